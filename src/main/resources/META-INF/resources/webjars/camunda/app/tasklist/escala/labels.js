// Tasklist reads some labels once, when it draws its columns. Who comes already logged in
// would see them drawn before the labels are there, and read their keys.

// Whatever became of the labels: a page with keys is better than none.
const AT_MOST_MS = 10_000;

/** Before Tasklist starts, and before its style sheets are there: nothing is shown until there are words. */
export function hideUntilLabelled() {
  document.body.style.visibility = 'hidden';
  window.setTimeout(show, AT_MOST_MS);
}

function show() {
  document.body.style.visibility = '';
}

/** Draws the columns again where they were drawn too early, and shows them. */
export function drawWithLabels(injector) {
  const route = injector.get('$route');
  injector.get('$translate').onReady(() => {
    if (!route.current?.scope) {
      show();
      return;
    }
    const drawn = injector.get('$rootScope').$on('$viewContentLoaded', () => {
      drawn();
      show();
    });
    route.reload();
  });
}
