// The card of a case as nodes: first what to do, why and by when; then the case.
import { el } from './dom.js';
import { actionButtons } from './card-actions.js';
import { enterForm } from './forms.js';

const SHOWN = 5;

const CLOCKS = {
  RUNNING: { mark: '◷', text: 'en curso' },
  PAUSED: { mark: '‖', text: 'en pausa' },
  MET: { mark: '✓', text: 'a tiempo' },
  MET_LATE: { mark: '!', text: 'cumplido tarde' },
  BREACHED: { mark: '!', text: 'fuera de plazo' }
};

function guidance({ what, why, dueAt, dueText }) {
  const late = dueAt && new Date(dueAt) < new Date();
  return el('div.escala-guidance', {},
    what && el('p.escala-what', {}, what),
    (why || dueText) && el('dl.escala-terms', {},
      why && [el('dt', {}, 'Por qué usted'), el('dd', {}, why)],
      dueText && [
        el('dt', {}, 'Para cuándo'),
        el('dd', { class: late ? 'escala-late' : null }, late ? `${dueText} (vencido)` : dueText)
      ]));
}

function facts(list) {
  return el('dl.escala-facts', {}, list.map(({ label, value }) => el('div', {},
    el('dt', {}, label), el('dd', {}, value))));
}

// Each clock opens and tells how it came to its date.
function clock({ clock: key, label, dueText, state, reason, explanation }) {
  const { mark, text } = CLOCKS[state] ?? CLOCKS.RUNNING;
  const lines = explanation?.length ? explanation : [reason].filter(Boolean);
  const item = el('li', { class: `escala-clock-${String(state).toLowerCase().replace('_', '-')}` },
    el('details', {
      'data-clock': key,
      ontoggle: (event) => item.classList.toggle('escala-open', event.currentTarget.open)
    },
      el('summary', { title: reason },
        el('span.escala-mark', { 'aria-hidden': 'true' }, mark),
        el('span', {}, el('strong', {}, label), ` ${text}`, dueText && el('span.escala-due', {}, dueText))),
      el('ol.escala-why', { 'aria-label': `Por qué: ${label}` }, lines.map((line) => el('li', {}, line)))));
  return item;
}

function clocks(list) {
  return el('div', {},
    el('p.escala-hint', {}, 'Abra un plazo para ver de dónde sale su fecha.'),
    el('ul.escala-clocks', { 'aria-label': 'Plazos' }, list.map(clock)));
}

/** The clocks that somebody reads stay open when the card is drawn anew. */
export function keepOpen(before, after) {
  const open = [...before.querySelectorAll('details[data-clock][open]')].map((details) => details.dataset.clock);
  after.querySelectorAll('details[data-clock]').forEach((details) => {
    details.open = open.includes(details.dataset.clock);
  });
}

function section({ title, text, links }) {
  return el('details.escala-section', { open: true },
    el('summary', {}, el('h4', {}, title)),
    el('p.escala-text', {}, text),
    links?.length > 0 && el('ul', {}, links.map(({ label, href }) => el('li', {}, el('a', href.startsWith('/api/') ? { href, download: true } : { href, target: '_blank', rel: 'noopener' }, label)))));
}

function entry({ atText, actor, text }) {
  return el('li', {}, el('span.escala-at', {}, [atText, actor].filter(Boolean).join(' · ')), el('span', {}, text));
}

function happened(list) {
  const newest = el('ol.escala-happened', {}, list.slice(0, SHOWN).map(entry));
  const more = list.length > SHOWN && el('button.escala-link', {
    type: 'button',
    onclick: () => {
      newest.append(...list.slice(SHOWN).map(entry));
      newest.tabIndex = -1;
      newest.focus();
      more.remove();
    }
  }, `Ver todo (${list.length})`);
  return el('section.escala-section', {}, el('h4', {}, 'Qué ha pasado'), newest, more);
}

function toForm() {
  const form = document.querySelector('.task-card .tabbed-content');
  form?.scrollIntoView({ block: 'start' });
  enterForm(form?.querySelector('.fjs-container'), { preventScroll: true });
}

/** @param reload called when an action was carried out */
export function cardView(card, reload) {
  const heading = `escala-title-${card.number}`;
  const filled = (list) => Array.isArray(list) && list.length > 0;
  return el('section.escala-card', { 'aria-labelledby': heading },
    el('header', {},
      el('div', {}, el('span.escala-number', {}, card.number), el('h3', { id: heading }, card.title)),
      el('button.btn.btn-default.btn-sm', { type: 'button', onclick: toForm }, 'Ir al formulario')),
    card.returned && el('p.escala-returned', {},
      el('strong', {}, `Devuelto por ${card.returned.from}: `), card.returned.reason),
    card.guidance && guidance(card.guidance),
    filled(card.facts) && facts(card.facts),
    filled(card.clocks) && clocks(card.clocks),
    el('div.escala-sections', {},
      filled(card.sections) && card.sections.map(section),
      filled(card.happened) && happened(card.happened)),
    filled(card.actions) && actionButtons(card.actions, reload));
}

/** In place of the card of a task that is over: why it is. */
export function endedView(sentence) {
  return el('section.escala-card.escala-ended', { role: 'status' }, el('p', {}, sentence));
}

/** A card in place of one that could not be loaded. */
export function failureView(message, retry) {
  return el('section.escala-card.escala-failed', { role: 'status' },
    el('p', {}, message, ' ', el('button.escala-link', { type: 'button', onclick: retry }, 'Reintentar')));
}
