// After a login Tasklist opens the first filter, even where it is empty and another one
// is not. The first one with tasks is opened in its place, unless somebody chose.

const isOpened = (search) => Boolean(search.filter || search.task || search.case);

/**
 * Decides at the first count after a login, or after the page was opened without a filter.
 * @returns a function that takes the counts: `[{ id, count }]`, in the order of the filters
 */
export function openFirstWithTasks(injector) {
  const rootScope = injector.get('$rootScope');
  const location = injector.get('$location');
  let open = !isOpened(location.search());

  rootScope.$on('authentication.login.success', () => {
    open = !isOpened(location.search());
  });
  // Whoever clicks decides; Tasklist itself sets the first filter without a click.
  document.addEventListener('click', (event) => {
    open = open && !event.target.closest?.('.task-filter, .tasks-list');
  }, true);

  return (counts) => {
    if (!open || !counts.length || location.search().task) {
      return;
    }
    open = false;
    const current = location.search().filter ?? counts[0].id;
    const first = counts.find(({ count }) => count > 0);
    if (first && first.id !== current && counts.find(({ id }) => id === current)?.count === 0) {
      rootScope.$evalAsync(() => location.search('filter', first.id).replace());
    }
  };
}
