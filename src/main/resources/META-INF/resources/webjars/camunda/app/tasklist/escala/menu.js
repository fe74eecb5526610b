// Escala's menu in Tasklist's header: the same entries as above our own pages.
import { addressOf, fetchJson } from './api.js';
import { el } from './dom.js';

const link = ({ label, href, current }) => el('li', {},
  el('a', { href: addressOf(href), 'aria-current': current && 'page' }, label));

function search() {
  return el('form.escala-find', { action: addressOf('/casos'), role: 'search', 'aria-label': 'Buscar en todos los casos' },
    el('input', {
      type: 'search', name: 'texto', maxlength: 200, placeholder: 'Buscar casos',
      'aria-label': 'Buscar en todos los casos'
    }));
}

function more(entries) {
  const details = el('details.escala-more', {},
    el('summary', {}, 'Más'),
    el('ul', {}, entries.map(link)));
  document.addEventListener('click', (event) => {
    if (!details.contains(event.target)) {
      details.open = false;
    }
  });
  return details;
}

async function show(node) {
  const menu = await fetchJson('/api/menu');
  if (menu) {
    node.append(
      el('nav.escala-menu', { 'aria-label': 'Menú' },
        el('ul', {}, menu.entries.filter(({ daily }) => daily).map(link)),
        more(menu.entries.filter(({ daily }) => !daily))),
      ...(menu.searchable ? [search()] : []));
  }
}

/** Before "Iniciar un proceso". */
export const menuPlugin = {
  id: 'escala-menu-place',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render: (node) => {
    // Without the menu people still work on what they have.
    show(node).catch(() => {});
  }
};
