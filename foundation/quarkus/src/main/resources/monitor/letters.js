// Open letters of all four services: look, try again, give up with a reason.

import { post, read, words } from './doors.js';
import { $, alarm, answer, badge, element, fill, shortName, table, time } from './elements.js';
import { mayRepair } from './sign-in.js';

let discarding = null;

export function prepare() {
  $('letters-again').addEventListener('click', () => start());
  $('discard-cancel').addEventListener('click', () => $('discard').close());
  $('discard').addEventListener('close', () => discarding?.button.focus());
  $('discard-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const { service, letter } = discarding;
    const reason = $('discard-reason').value.trim();
    if (reason === '') {
      $('discard-reason').focus();
      return;
    }
    $('discard').close();
    await change(() => post(service, `/dead-letters/${letter.id}/discard`, { reason }), 'Discarded.');
  });
}

export async function start(note) {
  const found = [];
  const faults = [];
  await Promise.all(words().map(async (service) => {
    try {
      for (const state of ['dead', 'parked']) {
        const page = await read(service, `/dead-letters?state=${state}&limit=200`);
        page.items.forEach((letter) => found.push({ service, letter, more: Boolean(page.next) }));
      }
    } catch (fault) {
      faults.push(fault.message);
    }
  }));
  alarm(faults.join(' '));
  found.sort((a, b) => a.letter.state.localeCompare(b.letter.state) || a.letter.receivedAt.localeCompare(b.letter.receivedAt));
  show(found);
  const dead = found.filter(({ letter }) => letter.state === 'dead').length;
  answer(`${typeof note === 'string' ? `${note} ` : ''}${dead} dead, ${found.length - dead} parked.`);
}

function show(found) {
  if (found.length === 0) {
    fill($('letters-list'), element('p', {}, 'No letter is open.'));
    return;
  }
  const list = table('Open letters, the dead ones first', [
    { title: 'Event' }, { title: 'Heard by' }, { title: 'State' }, { title: 'Subject' }, { title: 'Why' },
    { title: 'Heard at' }, { title: 'Attempts', number: true }, { title: 'What to do' }]);
  for (const one of found) {
    const { service, letter } = one;
    const id = `letter-${letter.id}`;
    const what = `${shortName(letter.type)} ${letter.subject ?? letter.id}`;
    const look = element('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': id, 'aria-label': `Show ${what}` }, 'Show');
    const actions = element('span', { class: 'buttons' }, look);
    if (mayRepair()) {
      const discard = element('button', { type: 'button', 'aria-label': `Discard ${what}` }, 'Discard');
      discard.addEventListener('click', () => {
        discarding = { service, letter, button: discard };
        $('discard-what').textContent = `${what}, heard by ${service}-service: ${letter.reason}`;
        $('discard-reason').value = '';
        $('discard').showModal();
        $('discard-reason').focus();
      });
      actions.append(
        element('button', { type: 'button', 'aria-label': `Try ${what} again`,
          onclick: () => change(() => post(service, `/dead-letters/${letter.id}/redrive`), 'It is tried again.') }, 'Try again'),
        discard);
    }
    const more = element('tr', { id, class: 'more', role: 'row', hidden: true },
      element('td', { colspan: 8, role: 'cell' }, element('pre', { role: 'group', tabindex: 0, 'aria-label': `Record of ${what}` })));
    look.addEventListener('click', async () => {
      if (more.hidden) {
        try {
          const whole = await read(service, `/dead-letters/${letter.id}`);
          more.querySelector('pre').textContent = text(whole);
        } catch (fault) {
          alarm(fault.message);
          return;
        }
      }
      more.hidden = !more.hidden;
      look.setAttribute('aria-expanded', String(!more.hidden));
      look.textContent = more.hidden ? 'Show' : 'Hide';
    });
    list.body.append(
      list.row([shortName(letter.type), service, badge(letter.state, letter.state === 'dead' ? 'bad' : 'warn'), letter.subject ?? '',
        `${letter.kind}: ${letter.reason}`, time(letter.receivedAt), String(letter.attempts), actions],
      { 'data-letter': letter.id }),
      more);
  }
  fill($('letters-list'), list.whole);
}

function text(whole) {
  const headers = whole.headers.map((header) => `${header.name}: ${header.value?.text ?? ''}`).join('\n');
  let value = whole.value?.text ?? `(no text) ${whole.value?.base64 ?? ''}`;
  try {
    value = JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    // as it came
  }
  return `${headers}\n\n${value}`;
}

async function change(act, note) {
  alarm('');
  try {
    await act();
    // A redrive answers before the attempt, which takes a moment.
    await new Promise((resolve) => setTimeout(resolve, 700));
    await start(note);
  } catch (fault) {
    await start();
    alarm(fault.message);
  }
  $('letters-title').setAttribute('tabindex', '-1');
  $('letters-title').focus();
}
