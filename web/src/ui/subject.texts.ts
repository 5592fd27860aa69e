// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    region: '登记机关所在区划', authority: '登记管理部门', former: '曾用名', unregistered: '只在其他记录中出现，平台没有它的登记信息。',
    scheme: { uscc: '统一社会信用代码', registration: '工商注册号', organization_code: '组织机构代码', tax_registration: '税务登记号', institution: '事业单位证书号', social_organization: '社会组织登记证号', resident_id: '公民身份号码', passport: '护照号', hk_macao_permit: '港澳居民来往内地通行证号', taiwan_permit: '台湾居民来往大陆通行证号', foreigner_id: '外国人永久居留身份证号' },
  },
  en: {
    region: 'Division of registration', authority: 'Registration authority', former: 'Former names', unregistered: 'Known from other records only; the platform holds no registration of it.',
    scheme: { uscc: 'Unified social credit code', registration: 'Business registration number', organization_code: 'Organisation code', tax_registration: 'Tax registration number', institution: 'Public institution certificate', social_organization: 'Social organisation certificate', resident_id: 'Resident identity number', passport: 'Passport number', hk_macao_permit: 'Hong Kong and Macao permit', taiwan_permit: 'Taiwan permit', foreigner_id: 'Foreign permanent resident number' },
  },
});
