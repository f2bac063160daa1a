// Server-sent events by fetch: the browser's own EventSource can send no token in a header, and an address must not
// carry one. Goes on after the last id for ever, resting longer after each failure, until told to stop.

import { address, refusal } from './doors.js';
import { bearer } from './sign-in.js';

const FIRST_REST = 500;
const LONGEST_REST = 15_000;
const SILENCE = 40_000;

export function follow(service, query, recent, on) {
  const stop = new AbortController();
  run(service, query, recent, on, stop.signal);
  return () => stop.abort();
}

const rest = (milliseconds, signal) => new Promise((resolve) => {
  const timer = setTimeout(resolve, milliseconds);
  signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
});

async function run(service, query, recent, on, signal) {
  let last = null;
  let pause = FIRST_REST;
  while (!signal.aborted) {
    const parameters = new URLSearchParams(query);
    const headers = { Accept: 'text/event-stream', Authorization: `Bearer ${bearer()}` };
    if (last === null) {
      parameters.set('recent', String(recent));
    } else {
      headers['Last-Event-ID'] = last;
    }
    const attempt = new AbortController();
    const cut = () => attempt.abort();
    signal.addEventListener('abort', cut, { once: true });
    try {
      const answer = await fetch(address(service, `/events/stream?${parameters}`), {
        headers, credentials: 'omit', cache: 'no-store', signal: attempt.signal,
      });
      if (!answer.ok) {
        const refused = await refusal(service, answer);
        if (refused.status === 400 && last !== null) {
          // Restored from a copy: what we knew is ahead of it. Begin anew.
          last = null;
        } else if (refused.status < 500 && refused.status !== 429) {
          on.state('refused', refused.message);
          return;
        }
        throw refused;
      }
      on.state('connected');
      await receive(answer.body, cut, (event) => {
        pause = FIRST_REST;
        if (event.name === 'message') {
          last = event.id ?? last;
          on.event(JSON.parse(event.data));
        }
      });
    } catch (fault) {
      if (!signal.aborted) {
        on.state('waiting', fault.message);
      }
    } finally {
      signal.removeEventListener('abort', cut);
    }
    if (!signal.aborted) {
      on.state('waiting');
      await rest(pause, signal);
      pause = Math.min(pause * 2, LONGEST_REST);
    }
  }
}

// https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
async function receive(body, cut, event) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let left = '';
  let data = [];
  let name = '';
  let id = null;
  for (;;) {
    // The service says something at least every 15 s; a connection that died without a word is silent.
    const silence = setTimeout(cut, SILENCE);
    const { value, done } = await reader.read().finally(() => clearTimeout(silence));
    if (done) {
      return;
    }
    const lines = (left + value).split(/\r\n|\n|\r(?!$)/);
    left = lines.pop();
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) {
          event({ name: name || 'message', id, data: data.join('\n') });
        }
        data = [];
        name = '';
        continue;
      }
      const colon = line.indexOf(':');
      const field = colon < 0 ? line : line.slice(0, colon);
      const text = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (field === 'data') {
        data.push(text);
      } else if (field === 'event') {
        name = text;
      } else if (field === 'id') {
        id = text;
      }
    }
  }
}
