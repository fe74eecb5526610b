// What was typed into a form comes back when the form does: after a refusal, a look at
// another task, a window that was closed.
import { ask } from './ask.js';
import { el } from './dom.js';
import { forget, keep, kept } from './drafts.js';
import { fieldsOf, onForm, purposeOf } from './forms.js';
import { onSubmission } from './submissions.js';

const ROUNDS = 5;
const LEAVE = '¿Cerrar el formulario sin enviarlo? Lo que ha escrito se conserva en esta pestaña hasta que lo envíe '
  + 'o cierre la sesión.';

const placeOf = ({ taskId, processDefinitionId }) => (taskId ? `task:${taskId}` : `start:${processDefinitionId}`);

// A field waits a moment for more to be typed and may tell of it when the form was sent.
const sent = new Set();

// form-js changes its data in place: what was there at first is kept as text.
function textsOf(form) {
  const { data } = form._getState();
  return Object.fromEntries(fieldsOf(form).map(({ key }) => [key, JSON.stringify(data[key] ?? null)]));
}

function changes(form, first) {
  const { data } = form._getState();
  return Object.fromEntries(Object.entries(textsOf(form))
    .filter(([key, text]) => text !== first[key])
    .map(([key]) => [key, data[key] ?? null]));
}

/** Fills in what was typed, as typing does; a field may appear only when another one is filled in. */
function restore(form, values, round = 0) {
  const left = { ...values };
  const registry = form.get('formFieldInstanceRegistry');
  registry.getAllKeyed().forEach((fieldInstance) => {
    const key = fieldInstance.valuePath.join('.');
    if (key in left) {
      form._update({ fieldInstance, value: left[key] });
      delete left[key];
    }
  });
  if (Object.keys(left).length && round < ROUNDS) {
    window.requestAnimationFrame(() => restore(form, left, round + 1));
  }
}

function recovered(throwAway) {
  const note = el('p.escala-recovered', { role: 'status' }, 'Se ha recuperado lo que escribió y no llegó a enviar. ',
    el('button.escala-link', {
      type: 'button',
      onclick: () => {
        throwAway();
        note.remove();
      }
    }, 'Descartarlo'));
  return note;
}

function follow({ form, container, ...purpose }) {
  const place = placeOf(purpose);
  const first = textsOf(form);
  sent.delete(place);
  const values = kept(place);
  if (values) {
    restore(form, values);
    container.before(recovered(() => {
      forget(place);
      form.reset();
    }));
  }
  form.on('changed', () => {
    if (sent.has(place)) {
      return;
    }
    const now = changes(form, first);
    if (Object.keys(now).length) {
      keep(place, now);
    }
    else {
      forget(place);
    }
  });
}

/** Whether something was typed into the form of the window on top. */
function typedOnTop() {
  const container = document.querySelector('.modal-content .fjs-container');
  return Boolean(container && kept(placeOf(purposeOf(container))));
}

function askBeforeClosing(injector) {
  const windows = injector.get('$uibModalStack');
  const { dismiss } = windows;
  windows.dismiss = function (...closing) {
    // Whose session has ended has nobody to ask.
    if (!injector.get('$rootScope').authentication || !typedOnTop()) {
      return dismiss.apply(this, closing);
    }
    ask(LEAVE, 'Cerrar', 'Seguir escribiendo').then((leave) =>
      leave && injector.get('$rootScope').$apply(() => dismiss.apply(this, closing)));
    return false;
  };
}

/** Keeps what is typed into every form. */
export function keepForms(injector) {
  onForm(follow);
  askBeforeClosing(injector);
  onSubmission({
    accepted: (submission) => {
      sent.add(placeOf(submission));
      forget(placeOf(submission));
    }
  });
}
