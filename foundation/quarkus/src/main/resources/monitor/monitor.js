// The frame: who is signed in, and which of the four views is open.

import { configure } from './doors.js';
import { $, alarm, answer } from './elements.js';
import * as journey from './journey.js';
import * as letters from './letters.js';
import * as live from './live.js';
import { comeBack, goSignIn, onChange, signedIn, signOut, use, who } from './sign-in.js';
import * as streams from './streams.js';

const VIEWS = {
  live: { start: live.start, stop: live.stop },
  journey: { start: () => {}, stop: () => {} },
  streams: { start: streams.start, stop: streams.stop },
  letters: { start: letters.start, stop: () => {} },
};

let current = null;

function wanted() {
  const word = location.hash.slice(1);
  return word in VIEWS ? word : 'live';
}

function show() {
  const next = signedIn() ? wanted() : null;
  if (next !== current) {
    if (current !== null) {
      VIEWS[current].stop();
    }
    alarm('');
    answer('');
  }
  for (const word of Object.keys(VIEWS)) {
    $(word).hidden = word !== next;
    const link = document.querySelector(`nav a[href="#${word}"]`);
    if (word === next) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
  $('sign-in').hidden = next !== null;
  $('views').hidden = next === null;
  $('sign-out').hidden = next === null;
  $('who').textContent = next === null ? '' : `Signed in as ${who().roles.join(', ')} until ${who().until.slice(11, 16)}`;
  document.title = `${next === null ? 'Sign in' : $(`${next}-title`).textContent} · Event monitor · Partnership Fund`;
  if (next !== null && next !== current) {
    current = next;
    VIEWS[next].start();
  }
  current = next;
}

async function begin() {
  const answerOfHere = await fetch('monitor/configuration', { credentials: 'omit' });
  if (!answerOfHere.ok) {
    throw new Error(`The monitor is not configured here (${answerOfHere.status}).`);
  }
  const configuration = await answerOfHere.json();
  configure(configuration.services);
  live.prepare(configuration.types);
  journey.prepare();
  letters.prepare();
  $('paste').addEventListener('submit', (event) => {
    event.preventDefault();
    const field = $('token');
    try {
      alarm('');
      use(field.value.trim());
      field.value = '';
      $('content').focus();
    } catch (fault) {
      alarm(fault.message);
      field.focus();
    }
  });
  $('sign-out').addEventListener('click', () => { signOut(); answer('Signed out.'); });
  if (configuration.issuer && configuration.client) {
    $('provider').hidden = false;
    $('go-sign-in').addEventListener('click', () => goSignIn(configuration).catch((fault) => alarm(fault.message)));
  }
  onChange(() => {
    const was = current;
    show();
    if (was !== null && !signedIn()) {
      answer('Your sign-in has ended. Sign in again to go on.');
    }
  });
  window.addEventListener('hashchange', () => {
    show();
    $('content').focus();
  });
  try {
    await comeBack(configuration);
  } catch (fault) {
    show();
    alarm(fault.message);
    return;
  }
  show();
}

begin().catch((fault) => alarm(fault.message));
