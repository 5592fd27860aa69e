// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    choose: '选择文件', drop: '或把文件拖到这里', other: '换一个文件', tooLarge: '文件有 {size}，最大 {most}。请分成几个文件报送。', empty: '这个文件是空的。',
    wrongKind: '这里接收 {kinds} 文件。',
  },
  en: {
    choose: 'Choose a file', drop: 'or drop it here', other: 'Choose another', tooLarge: 'The file has {size}; at most {most} are taken. Send it in several files.', empty: 'This file is empty.',
    wrongKind: 'Files taken here: {kinds}.',
  },
});
