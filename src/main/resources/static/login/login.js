// A server never sees what stands behind a #, and browsers carry it over a redirect but not over a form:
// the address of a task in Tasklist would be lost at the login.
const form = document.querySelector('form.enter');
form.action += location.hash;
window.addEventListener('hashchange', () => { form.action = form.action.replace(/#.*$/, '') + location.hash; });
