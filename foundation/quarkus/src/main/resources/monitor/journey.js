// One school's way from the allocation to the payment. No event names them all: a purchase names selections, an award
// names the purchase. So what was found is asked after again, until nothing new is named.

import { readAbout, words } from './doors.js';
import { $, alarm, answer, badge, element, fill, serviceOf, shortName, time } from './elements.js';

const FOLLOWED = ['selectionId', 'processId', 'contractId', 'invoiceId', 'revisionId'];
const LISTS = ['selectionIds'];
const ROUNDS = 4;
const MOST = 5000;

const STEPS = [
  ['Allocated', ['AllocationPublished', 'AllocationRevised']],
  ['Chosen', ['SelectionSubmitted']],
  ['Approved', ['SelectionApproved']],
  ['Reserved', ['FundsReserved']],
  ['Bought', ['AwardMade']],
  ['Contracted', ['ContractExecuted']],
  ['Paid', ['InvoicePaymentMade', 'InvoicePaid']],
];

const MONEY = ['amount', 'total', 'value', 'requested', 'available', 'before', 'after', 'awardedAmount', 'adopted', 'returned', 'stillDue'];
const WORDS = ['schoolName', 'returnedBy', 'reason', 'route', 'method', 'purchaseOrder', 'startsOn', 'endsOn', 'awardedPartnerName', 'programName', 'partnerName'];

let journey = 0;

export function prepare() {
  $('journey-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const school = $('journey-school').value.trim();
    const mine = ++journey;
    alarm('');
    answer(`Looking for ${school} …`);
    $('journey-result').setAttribute('aria-busy', 'true');
    try {
      const { events, missing } = await find(school);
      if (mine === journey) {
        show(school, events, missing);
      }
    } catch (fault) {
      alarm(fault.message);
    } finally {
      $('journey-result').removeAttribute('aria-busy');
    }
  });
}

function named(event) {
  const data = event.data ?? {};
  return [...FOLLOWED.map((field) => data[field]), ...LISTS.flatMap((field) => data[field] ?? []),
    ...(data.shares ?? []).map((share) => share.selectionId)].filter((id) => typeof id === 'string');
}

// Contracts and purchases may be shared by schools: another school's selection is not this one's journey.
function isForeign(event, school) {
  const data = event.data ?? {};
  if (typeof data.schoolCode === 'string') {
    return data.schoolCode !== school;
  }
  const parts = [...(data.shares ?? []), ...(data.payments ?? [])];
  return parts.length > 0 && parts.every((one) => one.schoolCode !== school);
}

async function find(school) {
  const events = new Map();
  const asked = new Set();
  const missing = new Set();
  let ask = [school];
  for (let round = 0; round < ROUNDS && ask.length > 0; round++) {
    ask.forEach((id) => asked.add(id));
    const answers = await Promise.all(words().map(async (service) => {
      try {
        return await readAbout(service, ask, MOST);
      } catch (fault) {
        missing.add(`${service}: ${fault.message}`);
        return [];
      }
    }));
    const next = new Set();
    for (const event of answers.flat().filter((one) => !isForeign(one, school))) {
      events.set(event.id, event);
      // From a school to its selections, from these to what is bought for them; never back to other schools.
      const own = round === 0 && event.data?.shares
        ? [event.data.contractId, event.data.processId, ...event.data.shares.filter((one) => one.schoolCode === school).map((one) => one.selectionId)]
        : event.data?.shares ? [event.data.contractId] : event.data?.selectionIds ? [event.data.processId] : named(event);
      own.filter((id) => id && !asked.has(id)).forEach((id) => next.add(id));
    }
    ask = [...next];
  }
  const inTime = [...events.values()].sort((a, b) => a.time.localeCompare(b.time)
    || (a.source === b.source ? Number(a.position) - Number(b.position) : 0));
  return { events: inTime, missing };
}

const dollars = (money) => `$${Number(money.amount).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;

function share(event, school) {
  const own = [...(event.data?.shares ?? []), ...(event.data?.payments ?? []), ...(event.data?.lines ?? [])]
    .filter((one) => one.schoolCode === school && one.amount);
  return own.length === 0 ? null : own.map((one) => dollars(one.amount)).join(' + ');
}

function facts(event, school) {
  const data = event.data ?? {};
  const list = element('dl');
  const add = (term, text) => list.append(element('dt', {}, term), element('dd', {}, text));
  const part = share(event, school);
  if (part !== null) {
    add('this school', part);
  }
  for (const field of MONEY) {
    if (typeof data[field]?.amount === 'string') {
      add(field, dollars(data[field]));
    }
  }
  for (const field of WORDS) {
    if (typeof data[field] === 'string') {
      add(field, data[field]);
    }
  }
  for (const line of (data.lines ?? []).filter((one) => one.programName)) {
    add('line', `${line.programName}, ${line.partnerName}, ${dollars(line.amount)}`);
  }
  add('subject', event.subject);
  if (event.traceparent) {
    add('trace', event.traceparent.split('-')[1]);
  }
  return list;
}

function show(school, events, missing) {
  const names = new Set(events.map((event) => shortName(event.type)));
  const steps = element('ol', { class: 'steps', 'aria-label': 'Steps' }, ...STEPS.map(([title, types]) => {
    const done = types.some((type) => names.has(type));
    return element('li', {}, badge(`${title}: ${done ? 'yes' : 'not yet'}`, done ? 'good' : 'warn'));
  }));
  const list = element('ol', { class: 'journey', 'aria-label': 'Events in the order of their time' }, ...events.map((event) => element('li', { 'data-type': event.type },
    element('h3', {}, shortName(event.type)),
    element('p', { class: 'hint' }, time(event.time), ` · ${serviceOf(event.source)}-service · position ${event.position}`),
    facts(event, school))));
  fill($('journey-result'),
    missing.size > 0 ? element('p', { class: 'badge bad' }, `Not complete. ${[...missing].join(' ')}`) : null,
    steps, events.length > 0 ? list : element('p', {}, `No service said anything about ${school}.`));
  answer(`${events.length} events of school ${school}.`);
}
