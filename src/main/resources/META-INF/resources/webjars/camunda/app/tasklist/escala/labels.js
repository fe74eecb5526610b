// Tasklist reads some labels once, when it draws its columns. Who comes already logged in
// sees them drawn before the labels are there, and reads their keys.

/** Draws the columns again where they were drawn too early. */
export function drawWithLabels(injector) {
  const translate = injector.get('$translate');
  const route = injector.get('$route');
  if (!translate.isReady()) {
    translate.onReady(() => route.current?.scope && route.reload());
  }
}
