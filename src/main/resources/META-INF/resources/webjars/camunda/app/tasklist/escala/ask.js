// Asks before something is lost. Camunda's pages allow no dialogs of the browser's own.
import { el } from './dom.js';

let asking = false;

/**
 * Asks a question; Escape means no. While one is asked, another one is answered with no.
 * @returns {Promise<boolean>} whether the answer is yes
 */
export function ask(question, yes, no) {
  if (asking) {
    return Promise.resolve(false);
  }
  asking = true;
  const before = document.activeElement;
  return new Promise((resolve) => {
    const dialog = el('dialog.escala-ask', {
      'aria-labelledby': 'escala-question',
      // What stands below listens for Escape and the tabulator, too.
      onkeydown: (event) => event.stopPropagation(),
      onclose: () => {
        asking = false;
        dialog.remove();
        before?.focus?.();
        resolve(dialog.returnValue === 'yes');
      }
    },
      el('p', { id: 'escala-question' }, question),
      el('div.escala-buttons', {},
        el('button.btn.btn-primary', { type: 'button', onclick: () => dialog.close('no') }, no),
        el('button.btn.btn-default', { type: 'button', onclick: () => dialog.close('yes') }, yes)));
    document.body.append(dialog);
    dialog.showModal();
  });
}
