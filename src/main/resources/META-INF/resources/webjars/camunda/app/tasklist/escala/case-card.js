// Shows the live card of the case above the form of the task that is open.
import { fetchCard, fetchJson } from './api.js';
import { cardView, endedView, failureView, keepOpen } from './card-view.js';
import { el } from './dom.js';

// Somebody who writes in the card must not lose it to a reload.
const writing = (host) => host.querySelector('.escala-action-form') !== null;

class CaseCard {

  constructor() {
    this.host = el('div.escala-host', { 'aria-live': 'off' });
    this.taskId = null;
    this.removed = null;
    this.loading = null;
    // Tasklist draws the task's view anew for each task; the card moves along.
    new MutationObserver(() => this.place()).observe(document.body, { childList: true, subtree: true });
    // It marks a task that is gone, and tells nobody on this side of its scopes.
    new MutationObserver(() => this.noticeRemoval())
      .observe(document.body, { attributes: true, attributeFilter: ['class'], subtree: true });
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
        if (!card) {
          this.host.replaceChildren();
          await this.tellEnding(loading.signal);
          return;
        }
        const view = cardView(card, reload);
        keepOpen(this.host, view);
        this.host.replaceChildren(view);
        this.place();
      }
    }
    catch (error) {
      if (!loading.signal.aborted) {
        this.host.replaceChildren(failureView(error.message, reload));
      }
    }
  }

  noticeRemoval() {
    const removed = document.querySelector('.task-card.task-removed') ? this.taskId : null;
    if (removed !== this.removed) {
      this.removed = removed;
      if (removed) {
        this.tellEnding(this.loading?.signal).catch(() => {});
      }
    }
  }

  /** The task is over, or somebody else has it: whoever still sees it reads why. */
  async tellEnding(signal) {
    const taskId = this.taskId;
    const ending = await fetchJson(`/api/tasks/${encodeURIComponent(taskId)}/ending`, signal);
    if (ending && taskId === this.taskId && !signal?.aborted) {
      const view = endedView(ending.sentence);
      if (writing(this.host)) {
        this.host.prepend(view);
      }
      else {
        this.host.replaceChildren(view);
      }
      this.place();
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
