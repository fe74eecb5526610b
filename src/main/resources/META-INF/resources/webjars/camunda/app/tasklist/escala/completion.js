// After a form was sent: that it is done, and what comes next.
import { fetchNext } from './api.js';
import { el } from './dom.js';
import { onSubmission } from './submissions.js';

// What follows in a case may be created in the background, so it is asked for again.
const ASK_AFTER_MS = [0, 800, 1500, 2500];

function sentence(next, open) {
  if (next === undefined) {
    return ['Hecho.'];
  }
  if (!next) {
    return ['Hecho. ', 'No le queda ninguna tarea por ahora.'];
  }
  const link = el('a', { href: `#/?task=${next.id}`, onclick: open }, next.name);
  const about = [next.number, next.subject].filter(Boolean).join(' · ');
  return next.sameCase
    ? ['Hecho. Sigue, en el mismo caso: ', link]
    : ['Hecho. Sigue: ', link, about && ` (${about})`];
}

class Completion {

  constructor(injector) {
    this.injector = injector;
    this.place = el('div.escala-done', { role: 'status', hidden: true });
    this.round = 0;
    this.shown = null;
  }

  /** Tasklist draws its columns anew after a login. */
  attach() {
    const column = document.querySelector('.task-details > .content');
    if (column && !column.contains(this.place)) {
      column.prepend(this.place);
    }
  }

  hide() {
    this.round++;
    this.shown = null;
    this.place.hidden = true;
    this.place.replaceChildren();
  }

  open(event, id) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    this.injector.get('$rootScope').$apply(() => this.injector.get('$location').search('task', id));
  }

  show(next) {
    const text = JSON.stringify(next);
    if (text === this.shown) {
      return;
    }
    this.shown = text;
    this.attach();
    const inside = this.place.contains(document.activeElement);
    this.place.replaceChildren(...sentence(next, (event) => this.open(event, next.id)).filter(Boolean));
    this.place.hidden = false;
    // The form that had the focus is gone.
    if (inside || document.activeElement === document.body) {
      this.place.querySelector('a')?.focus();
    }
  }

  async done(taskId) {
    this.hide();
    const round = this.round;
    for (const wait of ASK_AFTER_MS) {
      await new Promise((resolve) => window.setTimeout(resolve, wait));
      // Nothing is said of what could not be asked, nor of what may still come.
      const next = await fetchNext(taskId).catch(() => undefined);
      if (round !== this.round) {
        return;
      }
      this.show(next === null && wait !== ASK_AFTER_MS.at(-1) ? undefined : next);
      if (next?.sameCase) {
        return;
      }
    }
  }

}

/** Tasklist lists for some seconds what else of the process the person has: what follows says so. */
function withoutTasklistsOwn(injector, afterTask) {
  const notifications = injector.get('Notifications');
  const { add } = notifications;
  notifications.add = function (notification) {
    const own = notification.unsafe && notification.status === injector.get('$translate').instant('ASSIGN_NOTE_PROCESS');
    return own && afterTask() ? undefined : add.call(this, notification);
  };
}

/** Says what is done and what follows; old errors go. */
export function followCompletion(injector) {
  const notifications = injector.get('Notifications');
  const completion = new Completion(injector);
  let afterTask = false;
  withoutTasklistsOwn(injector, () => afterTask);
  onSubmission({
    sent: () => notifications.clearAll(),
    accepted: ({ taskId }) => {
      afterTask = Boolean(taskId);
      return taskId && completion.done(taskId);
    }
  });
  injector.get('$rootScope').$on('$locationChangeSuccess', () => {
    if (injector.get('$location').search().task) {
      completion.hide();
    }
  });
}
