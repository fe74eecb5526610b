// form-js has its messages in English in its code. This watches what it draws and
// rewrites only its own messages: never an input's value, a label or an option.

const EXACT = new Map([
  ['Field is required.', 'Este campo es obligatorio.'],
  ['Value is not a number.', 'Escriba un número.'],
  ['Value is expected to be an integer.', 'Escriba un número entero.'],
  ['Field must be a valid email.', 'Escriba una dirección de correo válida.'],
  ['Field must be a valid  international phone number. (e.g. +4930664040900)',
    'Escriba un teléfono internacional, por ejemplo +34910000000.'],
  ['No results', 'Sin resultados'],
  ['All values selected', 'Ya están todos elegidos'],
  ['Nothing to show.', 'No hay nada que mostrar.'],
  ['Select', 'Elija una opción'],
  ['Search', 'Buscar'],
  ['Skip to search', 'Ir a la búsqueda'],
  ['Remove tag', 'Quitar'],
  ['Increment', 'Aumentar'],
  ['Decrement', 'Disminuir'],
  ['Previous page', 'Página anterior'],
  ['Next page', 'Página siguiente'],
  [' of ', ' de ']
]);

const PATTERNS = [
  [/^Field must have minimum value of (.+)\.$/, 'El valor mínimo es $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'El valor máximo es $1.'],
  [/^Field must have minimum length of (.+)\.$/, 'Escriba al menos $1 caracteres.'],
  [/^Field must have maximum length of (.+)\.$/, 'Escriba $1 caracteres como máximo.'],
  [/^Field must match pattern .*$/, 'El texto no tiene la forma esperada.'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'Escriba $1 decimales como máximo.'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    'Ese valor no es posible: los más cercanos son $1 y $2.'],
  [/^Click to sort by (.+) descending$/, 'Ordenar por $1, de mayor a menor'],
  [/^Click to sort by (.+) ascending$/, 'Ordenar por $1, de menor a mayor'],
  [/^Click to remove sorting$/, 'Quitar el orden']
];

// Where form-js writes its own words as text, and as attributes.
const TEXTS = [
  '.fjs-form-field-error li', '.fjs-select-placeholder', '.fjs-dropdownlist-empty', '.fjs-table-empty',
  '.fjs-table-body td[colspan]', '.fjs-table-nav-label', '.fjs-taglist-skip-link'
].join(',');
const ATTRIBUTES = { placeholder: ['Search'], title: null, 'aria-label': null };
const FORM = '.fjs-container';

/** The Spanish of a message of form-js, or the text itself where it is none. */
export function spanish(text) {
  const exact = EXACT.get(text);
  if (exact) {
    return exact;
  }
  const pattern = PATTERNS.find(([english]) => english.test(text));
  return pattern ? text.replace(pattern[0], pattern[1]) : text;
}

// The nodes stay: form-js keeps hold of each and updates it itself.
function translateText(element) {
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE && spanish(node.data) !== node.data) {
      node.data = spanish(node.data);
    }
  }
}

function translateAttributes(element) {
  for (const [name, only] of Object.entries(ATTRIBUTES)) {
    const text = element.getAttribute(name);
    if (text && (!only || only.includes(text)) && spanish(text) !== text) {
      element.setAttribute(name, spanish(text));
    }
  }
}

function translate(root) {
  const element = root.nodeType === Node.ELEMENT_NODE ? root : root.parentElement;
  if (!element || !(element.closest(FORM) || element.querySelector(FORM))) {
    return;
  }
  const container = element.closest(TEXTS);
  if (container) {
    translateText(container);
  }
  element.querySelectorAll(TEXTS).forEach(translateText);
  [element, ...element.querySelectorAll('[placeholder],[title],[aria-label]')]
    .filter((candidate) => candidate.closest(FORM))
    .forEach(translateAttributes);
}

/** Keeps every form below the element in Spanish. */
export function translateForms(root) {
  new MutationObserver((mutations) => mutations.forEach((mutation) => {
    if (mutation.type === 'childList') {
      mutation.addedNodes.forEach(translate);
    }
    else {
      translate(mutation.target);
    }
  })).observe(root, {
    subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: Object.keys(ATTRIBUTES)
  });
}
