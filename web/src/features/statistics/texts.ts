// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '公共信用信息数据', lead: '平台现有的公开信息有多少、在哪些城市、属于哪些事项。只有数量，不涉及任何主体。',
    records: '公开记录（条）', organizations: '涉及组织（个）', cities: '城市（个）', counted: '统计于 {moment}',
    item: '事项', all: '全部事项', byCity: '各市', byItem: '各事项', city: '市', share: '占比', map: '各市的记录数', unit: '条', elsewhere: '省级及未分地区', total: '合计',
    csv: '下载（CSV）', none: '平台还没有公开的记录。', see: '点击城市看那里公示的记录。', nature: '性质',
  },
  en: {
    title: 'Public credit information in figures', lead: 'How many public records there are, in which cities and under which items. Counts only; nobody is named.',
    records: 'Public records', organizations: 'Organisations', cities: 'Cities', counted: 'Counted {moment}',
    item: 'Item', all: 'All items', byCity: 'By city', byItem: 'By item', city: 'City', share: 'Share', map: 'Records in each city', unit: 'records', elsewhere: 'The province and without a place', total: 'Total',
    csv: 'Download (CSV)', none: 'There are no public records yet.', see: 'A city leads to the records published there.', nature: 'Nature',
  },
});
