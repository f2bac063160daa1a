// Who is signed in. The token lives in this variable and nowhere else: no address, no cookie, no storage has it.

let token = null;
let ends = 0;
const listeners = new Set();

const PROOF = 'event-monitor-proof';

export function signedIn() {
  return token !== null && Date.now() < ends;
}

export function bearer() {
  return token;
}

export function onChange(listener) {
  listeners.add(listener);
}

function changed() {
  listeners.forEach((listener) => listener());
}

export function signOut() {
  token = null;
  changed();
}

function claims(someToken) {
  const part = someToken.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

// Takes a token for what it says of itself; whether it is true, the services decide.
export function use(someToken) {
  let said;
  try {
    said = claims(someToken);
  } catch {
    throw new Error('This is no access token: three parts with dots between them are expected.');
  }
  const until = (said.exp ?? 0) * 1000;
  if (until <= Date.now()) {
    throw new Error('This token has ended; ask for a new one.');
  }
  const roles = said.realm_access?.roles ?? [];
  if (!roles.includes('operator') && !roles.includes('records-auditor')) {
    throw new Error('The event monitor is for the roles operator and records-auditor; this token has neither.');
  }
  token = someToken;
  ends = until;
  setTimeout(() => { if (token === someToken) { signOut(); } }, Math.min(until - Date.now(), 2 ** 31 - 1));
  changed();
}

export function who() {
  const said = claims(token);
  return { roles: said.realm_access?.roles ?? [], until: new Date(ends).toISOString() };
}

export function mayRepair() {
  return signedIn() && who().roles.includes('operator');
}

const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

async function provider(issuer) {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`, { credentials: 'omit' });
  if (!answer.ok) {
    throw new Error(`The sign-in at ${issuer} answered ${answer.status}.`);
  }
  return answer.json();
}

const here = () => location.origin + location.pathname;

// Authorization code with PKCE (RFC 7636): what is remembered until the return is a proof, never a token.
export async function goSignIn(configuration) {
  const secret = base64url(crypto.getRandomValues(new Uint8Array(48)));
  const state = base64url(crypto.getRandomValues(new Uint8Array(18)));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)));
  const { authorization_endpoint: door } = await provider(configuration.issuer);
  sessionStorage.setItem(PROOF, JSON.stringify({ secret, state, view: location.hash }));
  const address = new URL(door);
  address.search = new URLSearchParams({
    response_type: 'code',
    client_id: configuration.client,
    redirect_uri: here(),
    scope: 'openid',
    state,
    code_challenge: base64url(digest),
    code_challenge_method: 'S256',
  });
  location.assign(address);
}

// Back from the provider: changes the code for a token. The code leaves the address bar and the history at once.
export async function comeBack(configuration) {
  const asked = new URLSearchParams(location.search);
  const code = asked.get('code');
  const fault = asked.get('error');
  if (code === null && fault === null) {
    return;
  }
  const kept = JSON.parse(sessionStorage.getItem(PROOF) ?? 'null');
  sessionStorage.removeItem(PROOF);
  history.replaceState(null, '', here() + (kept?.view ?? ''));
  if (fault !== null) {
    throw new Error(`The sign-in was not completed (${fault}).`);
  }
  if (kept === null || kept.state !== asked.get('state')) {
    throw new Error('This sign-in was not begun in this tab; sign in again.');
  }
  const { token_endpoint: door } = await provider(configuration.issuer);
  const answer = await fetch(door, {
    method: 'POST',
    credentials: 'omit',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: configuration.client,
      code,
      redirect_uri: here(),
      code_verifier: kept.secret,
    }),
  });
  if (!answer.ok) {
    throw new Error(`The sign-in could not be completed (${answer.status}).`);
  }
  use((await answer.json()).access_token);
}
