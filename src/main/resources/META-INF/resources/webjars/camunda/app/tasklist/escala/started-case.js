// Whoever starts a case is told who receives it.
import { el } from './dom.js';
import { addressOf, fetchJson } from './api.js';

let shown = null;

function close() {
  shown?.remove();
  shown = null;
}

function tell({ number, sentence, href }) {
  close();
  shown = el('div.escala-started', { role: 'status' },
    el('p', {}, el('strong', {}, number), `: ${sentence}.`),
    el('p', {},
      el('a', { href: addressOf(href), target: '_blank', rel: 'noopener' }, 'Ver el caso'), ' · ',
      el('a', { href: addressOf('/reportados'), target: '_blank', rel: 'noopener' }, 'Los que reporté')),
    el('button.escala-link', { type: 'button', 'aria-label': 'Cerrar este aviso', onclick: close }, 'Cerrar'));
  document.body.append(shown);
}

async function received(instance) {
  const number = instance?.businessKey;
  const answer = number && await fetchJson(`/api/escalations/${encodeURIComponent(number)}/reception`);
  if (answer) {
    tell(answer);
  }
}

/** Tells who receives each case that is started from here; a start that is refused tells by itself. */
export function tellWhoReceives(injector) {
  const definitions = injector.get('camAPI').resource('process-definition');
  const submit = definitions.submitForm;
  definitions.submitForm = function (...given) {
    const answer = submit.apply(this, given);
    // What the person did is done, whether or not this can be told.
    Promise.resolve(answer).then(received).catch(() => {});
    return answer;
  };
}
