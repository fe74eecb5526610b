// Tasklist shows the newest task first. Whoever has deadlines wants the next one first.
const DUE_FIRST = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

/** Before Tasklist starts: the address that a person opened. */
export function sortOpenedAddress() {
  const hash = window.location.hash || '#/';
  if (/^#\/?(\?|$)/.test(hash) && !/[?&]sorting=/.test(hash)) {
    const [path, search] = hash.split('?');
    const sorted = `${search ? `${search}&` : ''}sorting=${encodeURIComponent(DUE_FIRST)}`;
    window.history.replaceState(window.history.state, '', `${path.replace(/^#$/, '#/')}?${sorted}`);
  }
}

/** After it started: the way back from the login. */
export function sortByDueDate(rootScope, location) {
  rootScope.$on('$locationChangeSuccess', () => {
    if (location.path() === '/' && !location.search().sorting) {
      location.search('sorting', DUE_FIRST).replace();
    }
  });
}
