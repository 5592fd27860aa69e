// SPDX-License-Identifier: Apache-2.0
// The one way to the server. Types come from its OpenAPI document (schema.ts); what it refuses
// arrives as a ProblemError with the problem document (RFC 9457) in both languages.
import type { components, paths } from './schema';

export type Schemas = components['schemas'];
export type Words = Schemas['Words'];

export interface Problem {
  status: number;
  code: string;
  detail: Words;
  remedy: Words;
  basis: string;
  place: Schemas['Place'];
  request: string;
  retryAfter: number; // seconds; 0: not said
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

type Method = 'get' | 'post';
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;
type Answer<O> = O extends { responses: { 200: { content: { 'application/json': infer T } } } } ? T : unknown;
type Query<O> = O extends { parameters: { query?: infer Q } } ? NonNullable<Q> : Record<string, never>;
type Path<O> = O extends { parameters: { path: infer V } } ? V : Record<string, never>;
type JsonBody<O> = O extends { requestBody?: { content: { 'application/json': infer B } } } ? B : never;

// Empty values are left out of the address.
type Loose<T> = { [K in keyof T]?: T[K] | string | number | boolean | null | undefined };

export interface Asking<O> {
  path?: Path<O>;
  query?: Loose<Query<O>>;
  body?: JsonBody<O>;
  signal?: AbortSignal;
  confirmation?: string; // of a grave act
}

export interface RawAsking {
  body?: BodyInit;
  type?: string;
  signal?: AbortSignal;
  confirmation?: string;
}

let csrf = '';
export function useCsrf(token: string): void {
  csrf = token;
}
export function csrfToken(): string {
  return csrf;
}

export function addressOf(pattern: string, path: object = {}, query: object = {}): string {
  const values = path as Record<string, unknown>;
  const at = pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name] ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text ? `${at}?${text}` : at;
}

export const nowhere: Schemas['Place'] = { file: '', row: 0, column: 0, field: '' };

// What a page itself finds wrong, in the form the platform's refusals have.
export function problemHere(status: number, code: string, detail: Words, remedy: Words): Problem {
  return { status, code, detail, remedy, basis: '', place: nowhere, request: '', retryAfter: 0 };
}

const unreachable = problemHere(
  0, 'web.unreachable',
  { zh: '连接不上平台。', en: 'The platform cannot be reached.' },
  { zh: '请检查网络，稍后再试；您填写的内容仍在本页。', en: 'Check the network and try again; what you entered is still here.' },
);

export async function problemOf(response: Response): Promise<Problem> {
  const wait = Number(response.headers.get('Retry-After') ?? 0);
  try {
    const said = (await response.json()) as Partial<Problem>;
    if (said.detail && said.remedy)
      return { status: response.status, code: said.code ?? '', detail: said.detail, remedy: said.remedy,
               basis: said.basis ?? '', place: said.place ?? nowhere, request: said.request ?? '', retryAfter: wait };
  } catch {
    // Not a problem document: something between us and the platform answered.
  }
  return { ...unreachable, status: response.status, retryAfter: wait };
}

function headersOf(method: Method, type: string | undefined, confirmation: string | undefined): HeadersInit {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (type) headers['Content-Type'] = type;
  if (method === 'post' && csrf) headers['X-Credence-Csrf'] = csrf;
  if (confirmation) headers['Credence-Confirmation'] = confirmation;
  return headers;
}

async function send(method: Method, address: string, asking: RawAsking): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: method.toUpperCase(),
      credentials: 'same-origin',
      headers: headersOf(method, asking.type, asking.confirmation),
      body: asking.body,
      signal: asking.signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError(unreachable);
  }
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return response;
}

// Of an address without a JSON answer, or with a body that is not JSON.
export function fetchRaw(method: Method, address: string, asking: RawAsking = {}): Promise<Response> {
  return send(method, address, asking);
}

export async function get<P extends keyof paths>(
  pattern: P, asking: Asking<Operation<P, 'get'>> = {},
): Promise<Answer<Operation<P, 'get'>>> {
  const response = await send('get', addressOf(pattern, asking.path, asking.query), { signal: asking.signal });
  return (await response.json()) as Answer<Operation<P, 'get'>>;
}

export async function post<P extends keyof paths>(
  pattern: P, asking: Asking<Operation<P, 'post'>> = {},
): Promise<Answer<Operation<P, 'post'>>> {
  const json = asking.body === undefined ? undefined : JSON.stringify(asking.body);
  const response = await send('post', addressOf(pattern, asking.path, asking.query), {
    body: json, type: json === undefined ? undefined : 'application/json',
    signal: asking.signal, confirmation: asking.confirmation,
  });
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as Answer<Operation<P, 'post'>>;
}
