// Whoever types a customer into a form is offered those that are known. What is typed
// counts all the same: an unknown customer is identified later.
import { fetchCustomers } from './api.js';
import { el } from './dom.js';
import { fieldsOf, onForm } from './forms.js';

const KEY = 'customer';
const SHORTEST = 2;
const MOST = 6;
const WAIT_MS = 200;
let lists = 0;

class Suggestions {

  constructor(form, field, input) {
    this.form = form;
    this.field = field;
    this.input = input;
    this.customers = [];
    this.active = -1;
    this.asked = 0;
    this.id = `escala-customers-${++lists}`;
    this.list = el('ul.escala-suggestions', { id: this.id, role: 'listbox', 'aria-label': 'Clientes conocidos', hidden: true });
    this.attach();
  }

  attach() {
    const { input } = this;
    const attributes = { role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.id };
    Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
    input.closest('.fjs-form-field').append(this.list);
    input.addEventListener('input', () => {
      window.clearTimeout(this.pending);
      this.pending = window.setTimeout(() => this.ask(), WAIT_MS);
    });
    // Before form-js, which would send the form, and Tasklist, which would close it.
    input.addEventListener('keydown', (event) => this.key(event), true);
    input.addEventListener('blur', () => this.close());
  }

  async ask() {
    const text = this.input.value.trim();
    const asked = ++this.asked;
    const found = text.length < SHORTEST ? [] : await fetchCustomers(text, MOST).catch(() => []);
    if (asked === this.asked && document.activeElement === this.input) {
      this.show(found);
    }
  }

  show(customers) {
    this.customers = customers;
    this.list.replaceChildren(...customers.map((customer, index) => el('li', {
      id: `${this.id}-${index}`, role: 'option', 'aria-selected': 'false',
      // The field keeps the focus.
      onmousedown: (event) => {
        event.preventDefault();
        this.choose(index);
      }
    }, el('strong', {}, customer.name), ` ${customer.code}`)));
    this.list.hidden = !customers.length;
    this.input.setAttribute('aria-expanded', String(Boolean(customers.length)));
    this.mark(-1);
  }

  mark(index) {
    this.active = index;
    [...this.list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    if (index < 0) {
      this.input.removeAttribute('aria-activedescendant');
    }
    else {
      this.input.setAttribute('aria-activedescendant', `${this.id}-${index}`);
    }
  }

  choose(index) {
    const value = this.customers[index].code;
    const fieldInstance = this.form.get('formFieldInstanceRegistry').getAll().find(({ id }) => id === this.field.id);
    this.form._update({ fieldInstance, value });
    this.close();
  }

  close() {
    this.asked++;
    window.clearTimeout(this.pending);
    this.show([]);
  }

  key(event) {
    const count = this.customers.length;
    if (!count) {
      return;
    }
    const act = {
      ArrowDown: () => this.mark((this.active + 1) % count),
      ArrowUp: () => this.mark(this.active <= 0 ? count - 1 : this.active - 1),
      Enter: () => this.active >= 0 && this.choose(this.active),
      Escape: () => this.close()
    }[event.key];
    if (act && (event.key !== 'Enter' || this.active >= 0)) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  }

}

/** Offers customers wherever a form asks for one. */
export function suggestCustomers() {
  onForm(({ form, container }) => {
    const field = fieldsOf(form).find(({ key, type }) => key === KEY && type === 'textfield');
    const input = field && container.querySelector(`input[id$="-${window.CSS.escape(field.id)}"]`);
    if (input) {
      new Suggestions(form, field, input);
    }
  });
}
