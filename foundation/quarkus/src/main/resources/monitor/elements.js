// Everything that is shown is made here, as text: nothing that came over the wire ever becomes markup.

export const $ = (id) => document.getElementById(id);

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick') {
      made.addEventListener('click', value);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, String(value));
    }
  }
  for (const child of children) {
    if (child !== null && child !== undefined) {
      made.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
  return made;
}

export function fill(place, ...children) {
  place.replaceChildren(...children.filter((child) => child !== null && child !== undefined));
}

// 2017-12-08 14:00:00; the zone stands at the foot of the page.
export function time(instant) {
  if (!instant) {
    return document.createTextNode('');
  }
  return element('time', { datetime: instant }, instant.slice(0, 19).replace('T', ' '));
}

// org.partnershipfund.allocation.AllocationPublished.v1 -> AllocationPublished
export function shortName(type) {
  const parts = (type ?? '').split('.');
  return parts.length > 2 ? parts[parts.length - 2] : type ?? '(unreadable)';
}

// /allocation-service -> allocation
export function serviceOf(source) {
  return (source ?? '').replace(/^\//, '').replace(/-service$/, '');
}

export function seconds(number) {
  if (number < 120) {
    return `${Math.round(number)} s`;
  }
  return number < 7200 ? `${Math.round(number / 60)} min` : `${Math.round(number / 3600)} h`;
}

export function bytes(number) {
  return number < 1024 * 1024 ? `${Math.round(number / 1024)} KiB` : `${(number / 1024 / 1024).toFixed(1)} MiB`;
}

// Columns: [{title, number}], rows of cells. The roles are said because the style of a phone takes them away.
export function table(caption, columns) {
  const head = element('tr', { role: 'row' });
  for (const column of columns) {
    head.append(element('th', { scope: 'col', role: 'columnheader', class: column.number ? 'number' : null }, column.title));
  }
  const body = element('tbody', { role: 'rowgroup' });
  const whole = element('table', { role: 'table' },
    element('caption', {}, caption), element('thead', { role: 'rowgroup' }, head), body);
  const row = (cells, attributes = {}) => {
    const made = element('tr', { role: 'row', ...attributes });
    cells.forEach((cell, at) => {
      const content = element('span', {}, cell);
      made.append(at === 0
        ? element('th', { scope: 'row', role: 'rowheader', 'data-label': columns[at].title }, content)
        : element('td', { role: 'cell', 'data-label': columns[at].title, class: columns[at].number ? 'number' : null }, content));
    });
    return made;
  };
  return { whole, body, row };
}

export function badge(text, kind) {
  return element('span', { class: `badge ${kind}` }, text);
}

// Said politely, and not more often than every five seconds: a screen reader is no ticker.
let lastSaid = 0;
let waiting = null;
export function say(text) {
  clearTimeout(waiting);
  const pause = lastSaid + 5000 - Date.now();
  const now = () => { lastSaid = Date.now(); $('status').textContent = text; };
  waiting = pause > 0 ? setTimeout(now, pause) : (now(), null);
}

// At once: the answer to something the person did.
export function answer(text) {
  clearTimeout(waiting);
  lastSaid = Date.now();
  $('status').textContent = text;
}

export function alarm(text) {
  $('alert').textContent = text ?? '';
}
