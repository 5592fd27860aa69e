// SPDX-License-Identifier: Apache-2.0
// A platform to look at: a small demonstration, filled and served as `make run` does it.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

function freePort() {
  return new Promise((found) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

async function answers(address, process) {
  for (let tries = 0; tries < 600; ++tries) {
    if (process.exitCode !== null) return false;
    try {
      if ((await fetch(`${address}/healthz`)).ok) return true;
    } catch {
      // Not yet.
    }
    await new Promise((wake) => setTimeout(wake, 200));
  }
  return false;
}

function peopleOf(folder) {
  const lines = fs.readFileSync(path.join(folder, 'demo-accounts.txt'), 'utf8').trim().split('\n');
  return Object.fromEntries(lines.map((line) => line.split('\t').slice(0, 2)));
}

// CREDENCE_ADDRESS and CREDENCE_DEMO name a platform that runs already; else one is made and stopped.
export async function platform({ organizations = 400 } = {}) {
  if (process.env.CREDENCE_ADDRESS)
    return { address: process.env.CREDENCE_ADDRESS, people: peopleOf(process.env.CREDENCE_DEMO), stop() {} };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'credence-web-'));
  const port = await freePort();
  const served = spawn(path.join(project, 'tools/demo'), {
    env: { ...process.env, CREDENCE_DEMO: path.join(folder, 'demo'), CREDENCE_DEMO_ORGANIZATIONS: String(organizations), CREDENCE_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [served.stdout, served.stderr]) stream.on('data', (text) => (said = (said + text).slice(-8000)));
  const stop = () => {
    served.kill('SIGTERM');
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  if (!(await answers(address, served))) {
    stop();
    throw new Error(`the platform did not start:\n${said}`);
  }
  return { address, people: peopleOf(path.join(folder, 'demo')), stop };
}

export function chromiumPath() {
  for (const one of ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']) if (fs.existsSync(one)) return one;
  return execFileSync('sh', ['-c', 'command -v chromium']).toString().trim();
}
