// Shows the live card of the case above the form of the task that is open.
import { fetchCard } from './api.js';
import { cardView, failureView, keepOpen } from './card-view.js';
import { el } from './dom.js';

// Somebody who writes in the card must not lose it to a reload.
const writing = (host) => host.querySelector('.escala-action-form') !== null;

class CaseCard {

  constructor() {
    this.host = el('div.escala-host', { 'aria-live': 'off' });
    this.taskId = null;
    this.loading = null;
    // Tasklist draws the task's view anew for each task; the card moves along.
    new MutationObserver(() => this.place()).observe(document.body, { childList: true, subtree: true });
  }

  place() {
    const tabs = document.querySelector('.task-card .tabbed-content');
    if (tabs && tabs.previousElementSibling !== this.host) {
      tabs.before(this.host);
    }
  }

  async show(taskId, keepWriting = true) {
    if (taskId === this.taskId && keepWriting && writing(this.host)) {
      return;
    }
    if (taskId !== this.taskId) {
      this.host.replaceChildren();
    }
    this.taskId = taskId;
    this.loading?.abort();
    if (!taskId) {
      return;
    }
    const loading = this.loading = new AbortController();
    const reload = () => this.show(taskId, false);
    try {
      const card = await fetchCard(taskId, loading.signal);
      if (!loading.signal.aborted) {
        const views = card ? [cardView(card, reload)] : [];
        views.forEach((view) => keepOpen(this.host, view));
        this.host.replaceChildren(...views);
        this.place();
      }
    }
    catch (error) {
      if (!loading.signal.aborted) {
        this.host.replaceChildren(failureView(error.message, reload));
      }
    }
  }

}

let card = null;

/** Follows the task that the scope shows; Tasklist replaces it after every change. */
export function followTask(scope) {
  card = card ?? new CaseCard();
  scope.$watch('task', (task) => card.show(task?.id ?? null));
  scope.$on('$destroy', () => card.show(null));
}
