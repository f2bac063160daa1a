// The services' own doors, with the operator's token in a header.

import { bearer, signOut } from './sign-in.js';

let services = {};

export function configure(addresses) {
  // Deterministic order, in the direction of the money.
  services = {};
  for (const word of ['allocation', 'portfolio', 'approval', 'procurement']) {
    services[word] = addresses[word].replace(/\/$/, '');
  }
}

export const words = () => Object.keys(services);

export const address = (service, path) => services[service] + path;

export class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

export async function refusal(service, answer) {
  let detail = '';
  try {
    const problem = await answer.json();
    detail = problem.detail ?? problem.title ?? '';
  } catch {
    // not every answer on the way is ours
  }
  if (answer.status === 401) {
    signOut();
  }
  return new Refused(answer.status, `${service}-service answered ${answer.status}. ${detail}`.trim());
}

async function call(service, path, options = {}) {
  let answer;
  try {
    answer = await fetch(address(service, path), {
      ...options,
      credentials: 'omit',
      cache: 'no-store',
      headers: { Accept: 'application/json, application/cloudevents-batch+json', Authorization: `Bearer ${bearer()}`, ...options.headers },
    });
  } catch {
    throw new Refused(0, `${service}-service cannot be reached.`);
  }
  if (!answer.ok) {
    throw await refusal(service, answer);
  }
  return answer;
}

export async function read(service, path) {
  return (await call(service, path)).json();
}

export async function post(service, path, body) {
  const options = { method: 'POST', headers: { 'Idempotency-Key': crypto.randomUUID() } };
  if (body !== undefined) {
    options.headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(body);
  }
  return (await call(service, path, options)).json();
}

// All events that pass, page by page, until there is nothing newer or enough of them.
export async function readEvents(service, query, most) {
  const events = [];
  let after = null;
  for (;;) {
    const parameters = new URLSearchParams(query);
    parameters.set('limit', '500');
    if (after !== null) {
      parameters.set('after', after);
    }
    const answer = await call(service, `/events?${parameters}`);
    events.push(...await answer.json());
    if (answer.headers.get('Feed-Caught-Up') === 'true' || events.length >= most) {
      return events;
    }
    after = /[?&]after=(\d+)/.exec(answer.headers.get('Link') ?? '')?.[1] ?? null;
    if (after === null) {
      throw new Refused(0, `${service}-service did not say where its feed goes on.`);
    }
  }
}

// As readEvents, for more ids than fit into one address.
export async function readAbout(service, ids, most) {
  const found = [];
  for (let at = 0; at < ids.length; at += 80) {
    const query = ids.slice(at, at + 80).map((id) => ['refersTo', id]);
    found.push(...await readEvents(service, query, most));
  }
  return found;
}
