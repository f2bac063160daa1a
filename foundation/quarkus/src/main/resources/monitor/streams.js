// How the streams stand: relay, lag, letters; looked at again every five seconds while the view is open.

import { read, words } from './doors.js';
import { $, badge, bytes, element, fill, say, seconds, table } from './elements.js';

const EVERY = 5000;

let timer = null;
let open = false;
let before = '';

export function start() {
  open = true;
  before = '';
  look();
}

export function stop() {
  open = false;
  clearTimeout(timer);
}

async function look() {
  const answers = await Promise.all(words().map(async (service) => {
    try {
      return { service, streams: await read(service, '/event-streams') };
    } catch (fault) {
      return { service, fault: fault.message };
    }
  }));
  if (!open) {
    return;
  }
  show(answers);
  timer = setTimeout(look, EVERY);
}

const RELAY = {
  reading: ['reading', 'good'], 'not-connected': ['not connected', 'warn'], 'no-slot': ['no slot', 'bad'], lost: ['slot lost', 'bad'],
};
const HEARING = {
  'up-to-date': ['up to date', 'good'], moving: ['moving', 'good'], stalled: ['stalled', 'bad'], unknown: ['Kafka does not answer', 'bad'],
};

function show(answers) {
  const speaks = table('What each service says', [
    { title: 'Service' }, { title: 'Relay' }, { title: 'Position', number: true }, { title: 'Without position', number: true },
    { title: 'Oldest unpublished', number: true }, { title: 'Log kept for the relay', number: true }, { title: 'Parked', number: true }, { title: 'Dead', number: true }]);
  const hears = table('What each service hears', [
    { title: 'Listener' }, { title: 'Channel' }, { title: 'State' }, { title: 'Records behind', number: true }, { title: 'Without progress', number: true }]);
  const troubles = [];
  for (const { service, streams, fault } of answers) {
    if (fault) {
      troubles.push(fault);
      speaks.body.append(speaks.row([service, badge(fault, 'bad'), '', '', '', '', '', '']));
      continue;
    }
    const said = streams.speaks;
    const letters = [String(streams.letters.parked),
      streams.letters.dead === 0 ? '0' : badge(String(streams.letters.dead), 'bad')];
    if (streams.letters.dead > 0) {
      troubles.push(`${service} has ${streams.letters.dead} dead letters`);
    }
    if (said) {
      const [text, kind] = RELAY[said.relay] ?? [said.relay, 'warn'];
      if (kind !== 'good') {
        troubles.push(`relay of ${service}: ${text}`);
      }
      speaks.body.append(speaks.row([service, badge(text, kind), String(said.position), String(said.unsealed),
        seconds(said.oldestUnpublishedSeconds), said.slotLagBytes === undefined || said.slotLagBytes === null ? '' : bytes(said.slotLagBytes), ...letters]));
    } else {
      troubles.push(`${service} cannot see its database`);
      speaks.body.append(speaks.row([service, badge('cannot be seen', 'bad'), '', '', '', '', ...letters]));
    }
    for (const channel of streams.hears) {
      const [text, kind] = HEARING[channel.state] ?? [channel.state, 'warn'];
      if (kind !== 'good') {
        troubles.push(`${service}, ${channel.channel}: ${text}`);
      }
      hears.body.append(hears.row([service, channel.channel, badge(text, kind),
        channel.lag === undefined || channel.lag === null ? '?' : String(channel.lag),
        channel.secondsWithoutProgress === undefined || channel.secondsWithoutProgress === null ? '?' : seconds(channel.secondsWithoutProgress)]));
    }
  }
  fill($('streams-speaks'), speaks.whole);
  fill($('streams-hears'), hears.whole);
  $('streams-seen').textContent = `Looked at ${new Date().toISOString().slice(11, 19)}; again every ${EVERY / 1000} seconds.`;
  // Said only when it is another state than before: figures change all the time.
  const now = troubles.length === 0 ? 'All streams run.' : `${troubles.length} findings: ${troubles.join('; ')}.`;
  if (now !== before) {
    before = now;
    say(now);
  }
}
