// A form that is grey says why, and lets the person take the task there.
import { el } from './dom.js';
import { enterForm, onForm } from './forms.js';
import { openTask } from './open-task.js';
import { lineOf } from './task-lines.js';

const TAKE = 'Tome la tarea para poder rellenarla.';

/** The name of whoever has the task, or `null` where nobody has. */
function holder(task) {
  if (!task.assignee) {
    return null;
  }
  const link = (task._embedded?.identityLink ?? []).find(({ type }) => type === 'assignee');
  const user = link?._embedded?.user?.[0];
  return [user?.firstName, user?.lastName].filter(Boolean).join(' ') || task.assignee;
}

function focusFirstField(container) {
  // The fields can be used only after form-js has drawn them anew.
  window.requestAnimationFrame(() => window.requestAnimationFrame(() => enterForm(container)));
}

const sentence = (text, ...more) => el('div.escala-take', {}, el('p', {}, text), ...more);

/** Those who watch over a team see its tasks, and may not do them. */
async function mayTake(task) {
  const line = await lineOf(task.id).catch(() => null);
  return line?.takeable ?? true;
}

async function hint(injector, container) {
  const { task, taskData } = openTask();
  const name = holder(task);
  if (name) {
    return sentence(`La tarea la tiene ${name}: solo esa persona puede rellenarla.`);
  }
  if (!await mayTake(task)) {
    return sentence('La tarea espera a que la tome alguien de su grupo.');
  }
  const take = el('button.btn.btn-primary', { type: 'button' }, 'Tomar la tarea');
  take.addEventListener('click', () => {
    take.disabled = true;
    const me = injector.get('$rootScope').authentication.name;
    injector.get('camAPI').resource('task').claim(task.id, me, (error) => {
      if (error) {
        take.disabled = false;
        injector.get('Notifications').addError({ status: 'No se pudo tomar la tarea', message: error.message, exclusive: true });
      }
      else {
        container.dataset.escalaTaken = '';
      }
      // Also after a refusal: somebody else may have it now.
      taskData.changed('task');
      taskData.changed('taskList');
    });
  });
  return sentence(TAKE, take);
}

/** Shows the hint above every form that waits for somebody to take its task. */
export function hintAtClaiming(injector) {
  onForm(({ form, container, scope, taskId }) => {
    if (!taskId) {
      return;
    }
    const place = el('div', { role: 'status' });
    container.before(place);

    let drawing = 0;

    async function draw() {
      const { task } = openTask();
      if (task?.id !== taskId) {
        return;
      }
      const grey = Boolean(scope.options?.disableForm);
      // A grey form cannot be reached with the mouse; with the keyboard neither.
      form.setProperty('disabled', grey);
      const mine = ++drawing;
      const shown = grey ? [await hint(injector, container)] : [];
      if (mine === drawing) {
        place.replaceChildren(...shown);
      }
      if (!grey && 'escalaTaken' in container.dataset) {
        delete container.dataset.escalaTaken;
        focusFirstField(container);
      }
    }

    scope.$watchGroup(['options.disableForm', () => openTask().task?.assignee], draw);
  });
}
