// SPDX-License-Identifier: Apache-2.0
// A file on its way to the server, with how much of it has left: fetch() does not tell.
import { type Problem, ProblemError, csrfToken, problemOf } from '@/api/client';

export interface Sent {
  loaded: number;
  total: number;
}

const cut: Problem = {
  status: 0,
  code: 'web.unreachable',
  detail: { zh: '上传中断，平台没有收到完整的文件。', en: 'The upload was cut off; the platform did not get the whole file.' },
  remedy: { zh: '请检查网络，再报送同一个文件：已收下的行不会重复。', en: 'Check the network and send the same file again: rows already taken are not taken twice.' },
  basis: '',
  request: '',
  retryAfter: 0,
};

function refusal(request: XMLHttpRequest): Promise<Problem> {
  const wait = request.getResponseHeader('Retry-After');
  const headers = wait === null ? undefined : { 'Retry-After': wait };
  return problemOf(new Response(request.responseText, { status: request.status, headers }));
}

async function settle<T>(request: XMLHttpRequest, done: (answer: T) => void, failed: (why: Error) => void): Promise<void> {
  if (request.status >= 200 && request.status < 300) done(JSON.parse(request.responseText) as T);
  else failed(new ProblemError(await refusal(request)));
}

export function sendFile<T>(address: string, body: Blob, told: (sent: Sent) => void): Promise<T> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    if (csrfToken()) request.setRequestHeader('X-Credence-Csrf', csrfToken());
    request.upload.onprogress = ({ loaded, total }) => told({ loaded, total });
    request.upload.onload = () => told({ loaded: body.size, total: body.size });
    request.onload = () => void settle(request, done, failed);
    request.onerror = () => failed(new ProblemError(cut));
    request.send(body);
  });
}
