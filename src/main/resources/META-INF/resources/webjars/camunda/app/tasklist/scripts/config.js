// Replaces the configuration that comes with Camunda's Tasklist.
export default {
  // The header and the title show "vendor name".
  app: {
    vendor: 'Escala',
    name: '· Tareas'
  },

  // One language, so that any browser shows Spanish.
  locales: {
    availableLocales: ['es'],
    fallbackLocale: 'es'
  },

  customScripts: ['escala/index'],

  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'toma la tarea elegida'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'lleva al primer filtro'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'lleva a la primera tarea de la lista'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'lleva al primer campo del formulario'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'abre la ventana para iniciar un proceso'
    }
  }
};
