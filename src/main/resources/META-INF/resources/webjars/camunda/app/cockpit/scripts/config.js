// Replaces the configuration that comes with Camunda's application, which is empty.
export default {
  customScripts: ['../tasklist/escala/login']
};
