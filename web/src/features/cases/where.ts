// SPDX-License-Identifier: Apache-2.0
// The same pages stand in the portal and in the workbench.
import { may, session } from '@/shared/session';

export function inBench(): boolean {
  return location.pathname.startsWith('/work');
}
export function casesAt(rest = ''): string {
  return `${inBench() ? '/work' : ''}/cases${rest}`;
}
export function isSubject(): boolean {
  return session.value?.account.is_subject ?? false;
}
// As the server tells the credit centre from other offices (app/cases/parties.cc).
export function isCentre(): boolean {
  return may('steward') && may('handle_cases');
}
