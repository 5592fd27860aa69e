// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '台账状态', intro: '平台收到和答复的一切都是两份日志里的条目，只增不改，每次提交都签名。任何人可取检查点，离线核对。', colon: '：',
    sound: '完好', unsound: '校验不符', size: '条目数', entries: '条', root: '根', committed: '最近提交', signatures: '签名', witnessOn: '，', backlog: '等待提交', unmoved: '待入账的查询', noWitness: '还没有别的节点见证。', checkpoint: '下载检查点', keys: '下载公钥', nothing: '还没有条目。',
    witnessed: '本节点见证的日志', origin: '日志', at: '见证于',
    fsck: '核对', fsckIntro: '逐条重新推导全部数据并与日志比较。在后台进行，不影响办理。', deep: '同时重新读取留存的原始文件（更久）', start: '开始核对', notHere: '这里不能启动核对，请在服务器上执行 credence fsck。', running: '正在核对', step: '第 {step} 步，共 {steps} 步', compared: '已比较 {compared} / {entries} 条',
    last: '最近一次核对', never: '本服务启动以来还没有核对过。', kind: '方式', by: '发起人', started: '开始', took: '用时', seconds: '{count} 秒', checkedTitle: '核对了', differences: '发现的差异（最多列 100 条）', what: '差异', where: '位置', none: '没有差异。',
  },
  en: {
    title: 'State of the logs', intro: 'Everything that comes in or is answered is an entry of two logs that only grow and are signed with each commit. Anyone may fetch a checkpoint and verify offline.', colon: ': ',
    sound: 'Sound', unsound: 'Does not fit', size: 'Entries', entries: 'entries', root: 'Root', committed: 'Last commit', signatures: 'Signatures', witnessOn: ', ', backlog: 'Waiting for a commit', unmoved: 'Looks not yet entered', noWitness: 'No other node has witnessed it yet.', checkpoint: 'Download the checkpoint', keys: 'Download the public keys', nothing: 'No entry yet.',
    witnessed: 'Logs this node witnesses', origin: 'Log', at: 'Witnessed',
    fsck: 'Audit', fsckIntro: 'Derives everything again, entry by entry, and compares it with the logs. It runs in the background; work goes on.', deep: 'Also read every kept original again (takes longer)', start: 'Start the audit', notHere: 'It cannot be started here; run credence fsck on the machine.', running: 'The audit runs', step: 'step {step} of {steps}', compared: '{compared} of {entries} entries compared',
    last: 'The last audit', never: 'None since this server started.', kind: 'Kind', by: 'Started by', started: 'Started', took: 'Took', seconds: '{count} s', checkedTitle: 'What was compared', differences: 'Differences (at most 100 are listed)', what: 'Difference', where: 'Where', none: 'No differences.',
  },
});
