// Finds the forms that Tasklist draws. Tasklist keeps the form of form-js to itself, but
// form-js hands its services to everything that it draws, through Preact's tree.

const CONTAINER = '.fjs-container';
const DEEPEST = 4;

// `__k` is Preact's published short name of a node's children.
function servicesIn(node, depth = 0) {
  if (!node || typeof node !== 'object' || depth > DEEPEST) {
    return null;
  }
  const service = node.props?.value?.getService;
  if (service) {
    return service;
  }
  const children = Array.isArray(node.__k) ? node.__k : [node.__k];
  return children.map((child) => servicesIn(child, depth + 1)).find(Boolean) ?? null;
}

/** The form that was drawn into an element, or `null` while it is being drawn. */
export function formIn(container) {
  const getService = servicesIn({ __k: container.__k });
  return getService ? getService('form') : null;
}

/** The fields that a person can fill in, with their keys and labels. */
export function fieldsOf(form) {
  return form.get('formFieldRegistry').getAll().filter((field) => field.key);
}

/**
 * Leads whoever works in a form to its first field. A list would open at once and cover what stands below:
 * there it leads to the form, and the next key to the list.
 */
export function enterForm(container, options) {
  const first = container?.querySelector('input:not([disabled]), textarea:not([disabled])');
  if (first?.closest('.fjs-form-field-select')) {
    container.tabIndex = -1;
    container.focus(options);
  }
  else {
    first?.focus(options);
  }
}

/**
 * What a form is for.
 * @returns {{taskId: ?string, processDefinitionId: ?string}} a task, or the process that it starts
 */
export function purposeOf(container) {
  const { taskId, processDefinitionId } = window.angular.element(container).scope()?.params ?? {};
  return { taskId, processDefinitionId };
}

/**
 * Calls back once for each form, as soon as it is drawn.
 * @param callback takes `{ form, container, scope, taskId, processDefinitionId }`
 */
export function onForm(callback) {
  const seen = new WeakSet();

  function look() {
    document.querySelectorAll(CONTAINER).forEach((container) => {
      const form = seen.has(container) ? null : formIn(container);
      if (form) {
        seen.add(container);
        const scope = window.angular.element(container).scope();
        callback({ form, container, scope, ...purposeOf(container) });
      }
    });
  }

  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}

/** The form that is open now, or `null`. */
export function openForm() {
  const containers = [...document.querySelectorAll(`.modal-content ${CONTAINER}`), ...document.querySelectorAll(CONTAINER)];
  return containers.map(formIn).find(Boolean) ?? null;
}
