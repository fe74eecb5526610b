// Keeps each answer of /responder as soon as its box is left; the page works without it. What comes back is our own page,
// of which only the parts that changed are taken over: nobody loses what stands in another box.
(function () {
  'use strict';

  function say(form, text, wrong) {
    const told = form.querySelector('.told');
    told.textContent = text;
    told.classList.toggle('bad', Boolean(wrong));
  }

  /** Takes over a part of the page: it changes, appears or goes. */
  function take(page, id) {
    const fresh = page.getElementById(id);
    const stale = document.getElementById(id);
    if (!fresh) {
      stale?.remove();
    } else if (stale) {
      stale.replaceWith(document.importNode(fresh, true));
    } else {
      document.querySelector('main').append(document.importNode(fresh, true));
    }
  }

  function problem(point, fresh) {
    const wrong = fresh.querySelector('.wrong');
    point.querySelector('.wrong')?.remove();
    if (wrong) {
      point.querySelector('blockquote').after(document.importNode(wrong, true));
    }
    return wrong;
  }

  function show(form, text) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const point = form.closest('.point');
    const fresh = page.getElementById(point.id);
    if (!fresh) {
      return false;
    }
    const wrong = problem(point, fresh);
    point.className = fresh.className;
    point.querySelector('header').replaceWith(document.importNode(fresh.querySelector('header'), true));
    point.querySelectorAll('input[name=seen]').forEach(function (seen) {
      seen.value = fresh.querySelector('input[name=seen]').value;
    });
    const remarks = fresh.querySelector('.remarks');
    form.querySelector('.remarks')?.remove();
    if (remarks) {
      form.querySelector('.row').before(document.importNode(remarks, true));
    }
    take(page, 'count');
    take(page, 'letter');
    return !wrong;
  }

  async function keep(form) {
    const box = form.querySelector('textarea');
    say(form, 'Guardando…');
    try {
      const answer = await fetch(form.action, {
        method: 'POST', credentials: 'same-origin', body: new URLSearchParams(new FormData(form))
      });
      const fine = show(form, await answer.text()) && answer.ok;
      box.setAttribute('aria-invalid', String(!fine));
      say(form, fine ? 'Guardado' : 'No se ha guardado', !fine);
    } catch (ex) {
      say(form, 'No se ha guardado. Pruebe con «Guardar».', true);
    }
  }

  document.querySelectorAll('form.save').forEach(function (form) {
    let last = Promise.resolve(); // one after the other: each knows what the one before left
    function now() {
      last = last.then(() => keep(form));
    }
    form.addEventListener('change', function () {
      if (form.querySelector('textarea').value.trim() !== '') {
        now();
      }
    });
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      now();
    });
  });
})();
