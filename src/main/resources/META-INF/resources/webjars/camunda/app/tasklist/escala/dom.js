// Builds nodes. Text goes in as text, so nothing that a customer wrote becomes markup.

/**
 * @param {string} name tag, with classes after dots: `p.escala-why`
 * @param {object} attributes attributes; `on…` functions become listeners
 * @param children nodes or text; nothing is made of `null`, `undefined` or `false`
 */
export function el(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  element.classList.add(...classes);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    }
    else if (value === true) {
      element.setAttribute(key, '');
    }
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}
