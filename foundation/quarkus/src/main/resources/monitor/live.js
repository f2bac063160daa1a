// The live tail of all four streams in one table, the newest first.

import { words } from './doors.js';
import { $, alarm, answer, badge, element, fill, say, serviceOf, shortName, table, time } from './elements.js';
import { follow } from './stream.js';

const MOST = 500;
const RECENT = 50;

let stops = [];
let paused = false;
let held = [];
let shown = [];
let fresh = 0;
let view = null;
let details = 0;
const states = new Map();

export function prepare(types) {
  for (const service of words()) {
    const box = element('input', { type: 'checkbox', name: 'service', value: service, checked: true, id: `live-${service}` });
    $('live-services').append(element('label', { for: box.id }, box, ` ${service}`));
    const group = element('optgroup', { label: service });
    types.filter((one) => one.service === service)
      .sort((a, b) => a.type.localeCompare(b.type))
      .forEach((one) => group.append(element('option', { value: one.type }, one.type.split('.').slice(3).join(' '))));
    $('live-type').append(group);
  }
  $('live-filter').addEventListener('submit', (event) => { event.preventDefault(); start(); });
  $('live-filter').addEventListener('reset', () => setTimeout(start));
  $('live-pause').addEventListener('click', pause);
}

export function start() {
  stop();
  alarm('');
  const form = new FormData($('live-filter'));
  const query = [];
  for (const name of ['type', 'subject', 'refersTo']) {
    const value = (form.get(name) ?? '').trim();
    if (value !== '') {
      query.push([name, value]);
    }
  }
  for (const name of ['from', 'until']) {
    const value = form.get(name) ?? '';
    if (value !== '') {
      query.push([name, new Date(`${value}Z`).toISOString()]);
    }
  }
  shown = [];
  held = [];
  fresh = 0;
  view = table('Events, the newest first', [
    { title: 'Time' }, { title: 'Service' }, { title: 'Event' }, { title: 'Subject' }, { title: 'Position', number: true }, { title: 'Data' }]);
  fill($('live-events'), view.whole);
  count();
  for (const service of form.getAll('service')) {
    states.set(service, 'waiting');
    stops.push(follow(service, query, RECENT, {
      event,
      state: (state, why) => {
        states.set(service, state);
        connections();
        if (state === 'refused') {
          alarm(why);
        }
      },
    }));
  }
  connections();
  answer(query.length === 0 ? 'Showing every event.' : 'Showing the events that pass the filter.');
}

export function stop() {
  stops.forEach((one) => one());
  stops = [];
  states.clear();
}

function connections() {
  fill($('live-connections'), ...[...states].map(([service, state]) => element('li', {},
    badge(`${service}: ${state === 'connected' ? 'connected' : state === 'refused' ? 'refused' : 'connecting again'}`,
      state === 'connected' ? 'good' : state === 'refused' ? 'bad' : 'warn'))));
}

function pause() {
  paused = !paused;
  $('live-pause').setAttribute('aria-pressed', String(paused));
  $('live-pause').textContent = paused ? 'Go on' : 'Pause';
  if (!paused) {
    held.splice(0).forEach(show);
  }
  count();
  answer(paused ? 'Paused; new events wait.' : 'Going on.');
}

function event(said) {
  if (paused) {
    held.push(said);
    held.splice(0, Math.max(0, held.length - MOST));
    count();
  } else {
    show(said);
  }
}

function count() {
  $('live-count').textContent = paused
    ? `${shown.length} events shown, ${held.length} waiting`
    : `${shown.length} events shown${shown.length === MOST ? ', older ones left out' : ''}`;
}

function show(said) {
  const key = `${said.source} ${said.position}`;
  const at = shown.findIndex((one) => one.time < said.time
    || (one.time === said.time && one.source === said.source && Number(one.position) < Number(said.position)));
  if (shown.some((one) => one.key === key) || (at < 0 && shown.length >= MOST)) {
    return;
  }
  const id = `event-${details++}`;
  const button = element('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': id,
    'aria-label': `Data of ${shortName(said.type)} ${said.subject}` }, 'Show');
  const row = view.row(
    [time(said.time), serviceOf(said.source), shortName(said.type), said.subject, said.position, button],
    { class: 'new', 'data-type': said.type, 'data-subject': said.subject });
  const more = element('tr', { id, class: 'more', role: 'row', hidden: true },
    element('td', { colspan: 6, role: 'cell' }, element('pre', { role: 'group', tabindex: 0, 'aria-label': `Data of ${shortName(said.type)}` })));
  button.addEventListener('click', () => {
    more.hidden = !more.hidden;
    button.setAttribute('aria-expanded', String(!more.hidden));
    button.textContent = more.hidden ? 'Show' : 'Hide';
    more.querySelector('pre').textContent = more.hidden ? '' : JSON.stringify(said, null, 2);
  });
  if (at < 0) {
    view.body.append(row, more);
    shown.push({ key, time: said.time, source: said.source, position: said.position, row, more });
  } else {
    shown[at].row.before(row, more);
    shown.splice(at, 0, { key, time: said.time, source: said.source, position: said.position, row, more });
  }
  for (const old of shown.splice(MOST)) {
    old.row.remove();
    old.more.remove();
  }
  fresh++;
  count();
  say(`${fresh} ${fresh === 1 ? 'event' : 'events'} arrived; the newest is ${shortName(said.type)}.`);
}
