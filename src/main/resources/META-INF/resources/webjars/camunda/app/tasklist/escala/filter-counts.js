// Tasklist counts only the filter that is open. Staff see all counts at once, so that
// nothing overdue waits unseen behind another filter.
import { el } from './dom.js';

const EVERY_MS = 20_000;

function show(item, count) {
  const link = item.querySelector('.name a');
  if (!link) {
    return;
  }
  const badge = link.querySelector('.escala-count') ?? link.appendChild(el('span.escala-count'));
  const text = String(count);
  if (badge.textContent !== text) {
    badge.textContent = text;
    badge.setAttribute('aria-label', count === 1 ? '1 tarea' : `${count} tareas`);
    badge.classList.toggle('escala-none', count === 0);
  }
}

/**
 * Keeps the counts of the filters on the left up to date.
 * @param tell called with `[{ id, count }]` after each round
 */
export function countFilters(injector, tell) {
  const http = injector.get('$http');
  const uri = injector.get('Uri');
  const counted = new Map();

  const filterOf = (item) => window.angular.element(item).scope()?.filter?.id;
  const items = () => [...document.querySelectorAll('.task-filter')].filter(filterOf);

  function draw() {
    items().forEach((item) => counted.has(filterOf(item)) && show(item, counted.get(filterOf(item))));
  }

  async function count() {
    if (document.hidden) {
      return;
    }
    await Promise.all(items().map(filterOf).map(async (id) => {
      try {
        const answer = await http.get(uri.appUri(`engine://engine/:engine/filter/${id}/count`));
        counted.set(id, answer.data.count);
      }
      catch (error) {
        // Without a session or a connection the next round counts again.
      }
    }));
    draw();
    tell(items().map(filterOf).filter((id) => counted.has(id)).map((id) => ({ id, count: counted.get(id) })));
  }

  let pending = null;
  const soon = () => {
    window.clearTimeout(pending);
    pending = window.setTimeout(count, 400);
  };
  injector.get('$rootScope').$on('$locationChangeSuccess', soon);
  document.addEventListener('visibilitychange', soon);
  window.setInterval(count, EVERY_MS);

  // Tasklist draws the filters after they were loaded, and again when they change.
  let drawn = 0;
  new MutationObserver(() => {
    const now = document.querySelectorAll('.task-filter').length;
    if (now !== drawn) {
      drawn = now;
      soon();
    }
  }).observe(document.body, { childList: true, subtree: true });
  soon();
}
