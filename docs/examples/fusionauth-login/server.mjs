// A login page whose server calls Sluice's gateway in place of FusionAuth's login.
// No dependencies: node 20 or newer.
//
//   GATEWAY_URL=https://sluice.internal:7070 GATEWAY_TOKEN=… APPLICATION_ID=… node server.mjs
//
// Once everybody has moved, send the same call to FusionAuth itself: POST /api/login.
import { createServer } from 'node:http';

const gateway = required('GATEWAY_URL');
const token = required('GATEWAY_TOKEN');
const applicationId = process.env.APPLICATION_ID || undefined;
const port = Number(process.env.PORT ?? 8080);
const PATIENCE_MS = 15_000;
const MOST_BYTES = 16 * 1024;

const server = createServer(async (request, response) => {
  try {
    const answer = await route(request);
    response.writeHead(answer.status, { 'Content-Type': 'text/html; charset=utf-8', ...answer.headers });
    response.end(page(answer.text));
  } catch {
    // Never what was sent: that is a password.
    response.writeHead(400, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(page('That could not be read.'));
  }
});

async function route(request) {
  if (request.method !== 'POST' || request.url !== '/login') {
    return { status: 200, text: '' };
  }
  const form = new URLSearchParams(await read(request));
  return login(form.get('login') ?? '', form.get('password') ?? '', request);
}

async function login(loginId, password, request) {
  let answer;
  try {
    answer = await fetch(`${gateway}/v1/login`, {
      method: 'POST',
      headers: { 'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        applicationId,
        loginId,
        password,
        ipAddress: request.socket.remoteAddress,
        eventInfo: { userAgent: request.headers['user-agent'] },
      }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    return tryAgain();
  }
  switch (answer.status) {
    case 200:
    case 202: // let in, but not registered for this application
      return welcome(await answer.json());
    case 203: // a new password is owed first
      return { status: 200, text: `Choose a new password: ${escaped((await answer.json()).changePasswordId)}` };
    case 212:
    case 213:
      return { status: 200, text: 'Confirm your address first; we have sent you a message.' };
    case 242: // FusionAuth asks for its second factor: POST /api/two-factor/login
      return { status: 200, text: `Type your code: ${escaped((await answer.json()).twoFactorId)}` };
    case 403: // Sluice's own: the password is right, and the user does not move this way
      return heldBack(await answer.json());
    case 404:
      return { status: 401, text: 'Wrong login or password.' };
    case 409:
    case 410:
    case 423:
      return { status: 401, text: 'This account cannot log in now. Ask support.' };
    default: // 503 and whatever else: nothing was proven, so never "wrong password"
      return tryAgain(answer.headers.get('retry-after'));
  }
}

function welcome(json) {
  // Here a real application begins a session: json.token is FusionAuth's JWT.
  return { status: 200, text: `Welcome, ${escaped(json.user?.email ?? json.user?.username ?? 'you')}.` };
}

function heldBack(json) {
  return json.reason === 'second-factor'
    ? { status: 401, text: 'Your account has a second factor. Ask support to move it.' }
    : { status: 401, text: `Please log in here for now: ${escaped(json.url ?? 'the old login page')}` };
}

function tryAgain(seconds) {
  return {
    status: 503,
    headers: { 'Retry-After': seconds ?? '5' },
    text: 'Nobody could check your password just now. Please try again in a moment.',
  };
}

async function read(request) {
  const parts = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > MOST_BYTES) {
      throw new Error('too long');
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function page(text) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Log in</title>
<h1>Log in</h1><p role="status">${text}</p>
<form method="post" action="/login">
<label>Login <input name="login" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button>Log in</button></form></html>`;
}

function escaped(text) {
  return String(text ?? '').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

function required(name) {
  const value = process.env[name];
  if (!value) {
    console.error(`Set ${name}.`);
    process.exit(2);
  }
  return value;
}

server.listen(port, '127.0.0.1', () => {
  console.log(`Listening on http://127.0.0.1:${server.address().port}`);
});
