// Makes /preguntar more comfortable: suggests names, and shows similar decisions while somebody writes. The page works
// without it. Everything that comes back was written by people, so it becomes text, never markup.
(function () {
  'use strict';

  const PAUSE = 400; // milliseconds without a key, so that not every letter asks
  const LONGEST = 1500; // letters that fit into an address
  const ENOUGH = 8; // letters that can resemble a decision

  function later(action) {
    let timer = null;
    return function () {
      clearTimeout(timer);
      timer = setTimeout(action, PAUSE);
    };
  }

  async function get(path) {
    const answer = await fetch(path, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
    return answer.ok ? answer.json() : null;
  }

  function element(name, text, className) {
    const one = document.createElement(name);
    one.textContent = text;
    if (className) {
      one.className = className;
    }
    return one;
  }

  function suggestParties() {
    const field = document.getElementById('party');
    const list = document.getElementById('party-list');
    if (!field || !list) {
      return;
    }
    let latest = 0;
    field.addEventListener('input', later(async function () {
      const text = field.value.trim();
      const mine = ++latest;
      if (text.length < 2) {
        return;
      }
      const query = '?size=8&search=' + encodeURIComponent(text);
      const pages = await Promise.all([get('/api/customers' + query), get('/api/prospects' + query)]);
      if (mine !== latest) {
        return; // a later one is on its way
      }
      list.replaceChildren();
      pages.filter(Boolean).flatMap((page) => page.items).forEach(function (one) {
        const option = document.createElement('option');
        option.value = one.code;
        option.label = one.name + ' (' + one.code + ')';
        list.append(option);
      });
    }));
  }

  function similarItem(one) {
    const item = document.createElement('li');
    const link = element('a', one.decision.number + ': ' + one.decision.subject);
    link.href = '/decisiones/' + encodeURIComponent(one.decision.number);
    link.target = '_blank'; // what is being written stays
    link.rel = 'noopener';
    const said = document.createElement('div');
    said.append(element('strong', one.decision.outcomeLabel), '. ' + one.decision.decision);
    item.append(link, said, element('div', 'Se parecen en: ' + one.words.join(', '), 'hint'));
    return item;
  }

  function showSimilar() {
    const list = document.getElementById('similar');
    const none = document.getElementById('similar-none');
    const fields = ['situation', 'request'].map((id) => document.getElementById(id));
    if (!list || !none || fields.includes(null)) {
      return;
    }
    let latest = 0;
    const look = later(async function () {
      const text = fields.map((field) => field.value.trim()).join(' ').trim();
      const mine = ++latest;
      if (text.length < ENOUGH) {
        return;
      }
      const query = new URLSearchParams({ text: text.slice(0, LONGEST) });
      const topic = document.getElementById('topic').value;
      if (topic) {
        query.set('topic', topic);
      }
      const situations = Array.from(document.querySelectorAll('input[name=situations]:checked'), (box) => box.value);
      if (situations.length > 0) {
        query.set('situations', situations.join(','));
      }
      const found = await get('/api/decisions/similar?' + query);
      if (mine !== latest || found === null) {
        return;
      }
      list.replaceChildren(...found.map(similarItem));
      none.hidden = found.length > 0;
      none.textContent = 'Ninguna decisión se parece a lo que ha escrito.';
    });
    fields.forEach((field) => field.addEventListener('input', look));
  }

  function sendOnce() {
    document.querySelectorAll('form.ask').forEach(function (form) {
      form.addEventListener('submit', function (event) {
        if (form.dataset.sent) {
          event.preventDefault();
        }
        form.dataset.sent = 'yes';
      });
      // Whoever comes back with the browser's button may send again.
      window.addEventListener('pageshow', () => delete form.dataset.sent);
    });
  }

  suggestParties();
  showSimilar();
  sendOnce();
})();
