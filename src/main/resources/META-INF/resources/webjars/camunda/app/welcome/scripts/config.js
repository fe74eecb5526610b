// Replaces the configuration that comes with Camunda's Welcome.
export default {
  app: {
    vendor: 'Escala',
    name: 'Inicio'
  },

  // One language, so that any browser shows Spanish.
  locales: {
    availableLocales: ['es'],
    fallbackLocale: 'es'
  },

  customScripts: ['../tasklist/escala/login'],

  disableWelcomeMessage: true
};
