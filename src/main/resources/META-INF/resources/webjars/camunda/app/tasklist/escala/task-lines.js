// Each task of the list says which case it belongs to. One call asks for a whole page.
import { fetchLines } from './api.js';
import { el } from './dom.js';

const WAIT_MS = 20;
// Tasklist may draw its list several times in a row.
const FRESH_MS = 5_000;

// What was answered by the id of the task: the line, and when.
const known = new Map();
let waiting = new Map();
let asking = null;

function view({ number, subject, customer, severity, returned }) {
  return [
    returned && el('p.escala-line-returned', { title: returned.reason },
      el('span.escala-chip', {}, 'Devuelto'), el('span', {}, ` ${returned.from}: ${returned.reason}`)),
    el('p.escala-line-subject', {}, subject),
    el('p.escala-line-facts', {},
      el('span.escala-number', {}, number), customer && ` · ${customer}`, severity && ` · ${severity}`)
  ].filter(Boolean);
}

function draw(place, line) {
  place.replaceChildren(...(line ? view(line) : []));
}

async function ask() {
  const places = waiting;
  waiting = new Map();
  asking = null;
  const lines = await fetchLines([...places.keys()]).catch(() => null);
  if (lines) {
    const byId = new Map(lines.map((line) => [line.id, line]));
    places.forEach((where, id) => {
      const line = byId.get(id) ?? null;
      known.set(id, { line, at: Date.now() });
      where.forEach((place) => draw(place, line));
    });
  }
}

/** Draws the line of a task; what is known is there at once, and renewed. */
export function showLine(node, taskId) {
  const place = el('div.escala-line', {});
  node.append(place);
  const before = known.get(taskId);
  draw(place, before?.line);
  if (before && Date.now() - before.at < FRESH_MS) {
    return;
  }
  waiting.set(taskId, [...waiting.get(taskId) ?? [], place]);
  asking = asking ?? window.setTimeout(ask, WAIT_MS);
}

/** The line of a task, or `null` where it belongs to no case. */
export async function lineOf(taskId) {
  const [line] = await fetchLines([taskId]);
  return line ?? null;
}
