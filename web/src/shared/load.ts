// SPDX-License-Identifier: Apache-2.0
// What a page shows is in one of four states — loading, empty, refused, broken — or ready.
import { type Ref, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { type Problem, ProblemError, nowhere } from '@/api/client';

export type State = 'loading' | 'ready' | 'empty' | 'refused' | 'broken';

export interface Loaded<T> {
  state: Ref<State>;
  data: Ref<T | undefined>; // what came last stays while more is on its way
  problem: Ref<Problem | undefined>;
  reload: () => Promise<void>;
}

export const unexpected: Problem = {
  status: 500,
  code: 'web.unexpected',
  detail: { zh: '页面出了差错。', en: 'Something went wrong in this page.' },
  remedy: { zh: '请再试一次；仍然不行，请告知管理员。', en: 'Try again; if it stays, tell the operators.' },
  basis: '',
  place: nowhere,
  request: '',
  retryAfter: 0,
};

export function problemOfError(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  console.error(error);
  return unexpected;
}

// Refused: the asker can do something about it (sign in, ask otherwise). Broken: they cannot.
function stateOf(problem: Problem): State {
  return problem.status >= 400 && problem.status < 500 ? 'refused' : 'broken';
}

export interface LoadSettings<T> {
  isEmpty?: (data: T) => boolean;
  watching?: () => unknown; // loads again when this changes
  immediate?: boolean;
}

// Only the newest asking counts; an older answer that comes late is dropped.
export function useLoad<T>(ask: (signal: AbortSignal) => Promise<T>, settings: LoadSettings<T> = {}): Loaded<T> {
  const state = ref<State>('loading');
  const data = shallowRef<T>();
  const problem = shallowRef<Problem>();
  let running: AbortController | undefined;

  async function reload(): Promise<void> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    if (data.value === undefined) state.value = 'loading';
    try {
      const found = await ask(mine.signal);
      if (mine.signal.aborted) return;
      data.value = found;
      problem.value = undefined;
      state.value = settings.isEmpty?.(found) ? 'empty' : 'ready';
    } catch (error) {
      if (mine.signal.aborted) return;
      data.value = undefined;
      problem.value = problemOfError(error);
      state.value = stateOf(problem.value);
    }
  }

  onScopeDispose(() => running?.abort());
  if (settings.watching) watch(settings.watching, () => void reload());
  if (settings.immediate !== false) void reload();
  return { state, data, problem, reload };
}

// An act behind a button: busy while it runs, its problem until the next try.
export function useAct<A extends unknown[]>(act: (...given: A) => Promise<void>) {
  const busy = ref(false);
  const problem = shallowRef<Problem>();
  async function run(...given: A): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = undefined;
    try {
      await act(...given);
      return true;
    } catch (error) {
      problem.value = problemOfError(error);
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, problem, run };
}
