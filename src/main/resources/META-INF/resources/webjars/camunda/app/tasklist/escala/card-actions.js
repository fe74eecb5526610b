// What can be done with a case from its card: buttons that open a small form.
import { el } from './dom.js';
import { act, Refused } from './api.js';
import { ask } from './ask.js';
import { forget, keep, kept } from './drafts.js';

const MAX_LENGTH = 4000;
const CHANGES_HANDS = /\/api\/tasks\/[^/]+\/(?:assignment|release)$/;
let ids = 0;

function inputOf(field) {
  const id = `escala-field-${++ids}`;
  const optional = field.required === false;
  const input = field.options?.length
    ? el('select.form-control', { id, name: field.key, required: !optional },
      el('option', { value: '' }, 'Elija una opción'),
      field.options.map(({ value, label }) => el('option', { value }, label)))
    : field.number
      ? el('input.form-control', { id, name: field.key, type: 'text', inputmode: 'numeric', maxlength: 9, required: !optional })
      : el('textarea.form-control', { id, name: field.key, rows: 2, maxlength: MAX_LENGTH, required: !optional });
  const problem = el('p.escala-problem', { id: `${id}-problem`, hidden: true });
  input.setAttribute('aria-describedby', problem.id);
  const say = (message) => {
    problem.textContent = message;
    problem.hidden = !message;
    input.setAttribute('aria-invalid', String(Boolean(message)));
  };
  input.addEventListener('input', () => say(''));
  return {
    key: field.key, input, say,
    row: el('div.form-group', {},
      el('label', { for: id }, field.label, optional ? ' (opcional)' : el('span.escala-star', { 'aria-hidden': 'true' }, ' *')),
      input, problem),
    value() {
      const typed = input.value.trim();
      return typed && field.number ? Number(typed) : typed || null;
    },
    check() {
      const typed = input.value.trim();
      const wrong = !typed
        ? !optional && 'Este campo es obligatorio.'
        : field.number && !/^\d+$/.test(typed) && 'Escriba un número entero, solo con cifras.';
      say(wrong || '');
      return !wrong;
    }
  };
}

// The same content sent again, as after a broken connection, is carried out once.
function onceEach() {
  const keys = new Map();
  return (content) => {
    keys.set(content, keys.get(content) ?? `ficha-${Date.now()}-${Math.random().toString(36).slice(2)}`);
    return keys.get(content);
  };
}

function form(action, close, done) {
  const keyOf = onceEach();
  const fields = (action.fields ?? []).map(inputOf);
  const place = `action:${action.href}`;
  const typed = kept(place) ?? {};
  fields.filter(({ key }) => typed[key]).forEach(({ key, input }) => { input.value = typed[key]; });

  const anything = () => fields.some(({ input }) => input.value.trim());

  async function escape() {
    const leave = !anything() || await ask('¿Cerrar sin enviar? Lo que ha escrito se conserva en esta pestaña hasta que lo '
      + 'envíe o cierre la sesión.', 'Cerrar', 'Seguir escribiendo');
    if (leave) {
      close();
    }
  }

  function cancelled() {
    forget(place);
    close();
  }

  const failure = el('p.escala-problem', { role: 'alert', hidden: true });
  const send = el('button.btn.btn-primary', { type: 'submit' }, action.label);
  const cancel = el('button.btn.btn-default', { type: 'button', onclick: cancelled }, 'Cancelar');

  async function submit(event) {
    event.preventDefault();
    const wrong = fields.filter((field) => !field.check());
    if (wrong.length) {
      wrong[0].input.focus();
      return;
    }
    const controls = [send, cancel, ...fields.map((field) => field.input)];
    controls.forEach((control) => { control.disabled = true; });
    failure.hidden = true;
    try {
      const values = Object.fromEntries(fields.map((field) => [field.key, field.value()]));
      await act(action.href, values, keyOf(JSON.stringify(values)));
      forget(place);
      if (CHANGES_HANDS.test(action.href)) {
        // Tasklist shows whose the task is, and its lists do, only when they are loaded anew.
        window.location.reload();
        return;
      }
      done();
    }
    catch (error) {
      controls.forEach((control) => { control.disabled = false; });
      failure.textContent = error instanceof Refused ? error.message : 'No se pudo hacer. Inténtelo de nuevo.';
      failure.hidden = false;
      (error.fields ?? []).forEach(({ field, message }) => fields.find(({ key }) => key === field)?.say(message));
    }
  }

  return {
    node: el('form.escala-action-form', {
      novalidate: true,
      'aria-label': action.label,
      onsubmit: submit,
      oninput: () => keep(place, Object.fromEntries(fields.map(({ key, input }) => [key, input.value]))),
      onkeydown: (event) => event.key === 'Escape' && escape()
    }, fields.map((field) => field.row), failure, el('div.escala-buttons', {}, send, cancel)),
    focus: () => (fields[0]?.input ?? send).focus()
  };
}

/** @param done called when an action was carried out */
export function actionButtons(actions, done) {
  const place = el('div', {});
  let opener = null;

  function close() {
    place.replaceChildren();
    opener?.setAttribute('aria-expanded', 'false');
    opener?.focus();
    opener = null;
  }

  function open(button, action) {
    const again = opener === button;
    close();
    if (!again) {
      opener = button;
      button.setAttribute('aria-expanded', 'true');
      const opened = form(action, close, done);
      place.append(opened.node);
      opened.focus();
    }
  }

  return el('div.escala-actions', {},
    el('div.escala-buttons', { role: 'group', 'aria-label': 'Acciones del caso' }, actions.map((action) => el('button.btn.btn-default.btn-sm', {
      type: 'button', 'aria-expanded': 'false',
      onclick: (event) => open(event.currentTarget, action)
    }, action.label))),
    place);
}
