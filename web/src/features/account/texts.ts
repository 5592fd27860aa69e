// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    signIn: {
      title: '登录', work: '登录工作台', name: '账号', password: '口令', code: '动态口令', codeHint: '手机上动态口令应用当前显示的六位数字。',
      next: '登录后回到您刚才要办的事。', wait: '请等候 {minutes} 分钟。', joined: '账号“{name}”已开通，请登录。', renewed: '口令已重设，请登录。',
      none: '还没有账号？', subject: '企业和个人：带有效证件到信用中心窗口，核验身份后当场开户。', staff: '单位经办人：由本单位向系统管理员申请开户。',
      forgot: '忘了口令？单位经办人请找安全管理员，企业和个人请到窗口，凭一次性链接重设。', open: '只是查询公开信息，不用登录。',
      portal: '企业和个人请从这里登录', bench: '单位经办人请从这里登录',
    },
    join: {
      title: '开通账号', renew: '重设口令', whose: '这个链接开给', unit: '单位', person: '姓名', roles: '角色', account: '账号', name: '账号名',
      nameHint: '2–64 个小写字母、数字、汉字或 _ - . {\'@\'}，以后用它登录。', password: '口令', again: '再输入一遍口令', differ: '两次输入的口令不同。',
      factor: '动态口令', must: '您的角色必须设置动态口令。', may: '动态口令让别人即使知道口令也进不来，建议设置。', set: '现在设置动态口令',
      how: '用手机上的动态口令应用扫描二维码，或者选择“输入密钥”，填入下面的密钥。', secret: '密钥', here: '在本机的动态口令应用中打开', code: '应用显示的六位数字',
      comma: '、', picture: '密钥的二维码', send: '开通', reset: '重设', once: '链接只能用一次，请不要转发给别人。',
    },
  },
  en: {
    signIn: {
      title: 'Sign in', work: 'Sign in to the workbench', name: 'Account', password: 'Password', code: 'Authenticator code', codeHint: 'The six digits your authenticator app shows now.',
      next: 'You will return to what you were about to do.', wait: 'Please wait {minutes} minutes.', joined: 'The account “{name}” is open. Please sign in.', renewed: 'The password is set. Please sign in.',
      none: 'No account yet?', subject: 'Companies and individuals: bring your papers to the credit centre’s counter; an account is opened on the spot.', staff: 'Staff of offices: your office asks the system administrator.',
      forgot: 'Forgot your password? Staff ask the security administrator, companies and individuals the counter, for a one-time link.', open: 'Looking up public information needs no account.',
      portal: 'Companies and individuals sign in here', bench: 'Staff of offices sign in here',
    },
    join: {
      title: 'Open your account', renew: 'Set a new password', whose: 'This link is for', unit: 'Office', person: 'Name', roles: 'Roles', account: 'Account', name: 'Account name',
      nameHint: '2–64 lower-case letters, digits, Chinese characters or _ - . {\'@\'}; you sign in with it.', password: 'Password', again: 'The password again', differ: 'The two passwords differ.',
      factor: 'Authenticator', must: 'Your role requires an authenticator.', may: 'With an authenticator nobody comes in who only knows the password. We advise it.', set: 'Set up an authenticator now',
      how: 'Scan the QR code with the authenticator app on your phone, or choose “enter a key” and type the key below.', secret: 'Key', here: 'Open in this device’s authenticator app', code: 'The six digits the app shows',
      comma: ', ', picture: 'The key as a QR code', send: 'Open the account', reset: 'Set the password', once: 'The link works once; do not pass it on.',
    },
  },
});
