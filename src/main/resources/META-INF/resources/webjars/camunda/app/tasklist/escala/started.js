// Camunda imports modules before it starts Angular, whose services they need.

/** Calls back with Angular's injector, as soon as there is one. */
export function whenStarted(use) {
  const injector = window.angular?.element(document.body).injector();
  if (injector) {
    use(injector);
  }
  else {
    window.setTimeout(() => whenStarted(use), 4);
  }
}
