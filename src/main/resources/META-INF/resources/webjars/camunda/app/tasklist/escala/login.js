// Escala's login is everybody's: where Camunda's applications would show their own, people
// are led to ours, and from there back to where they were.
import { whenStarted } from './started.js';

const root = new URL('../../../../', import.meta.url);

function lead(rootScope, location) {
  let place = location.url();
  let left = false;
  let leading = false;

  function go() {
    const login = new URL('login', root);
    if (left) {
      login.search = 'salida';
    }
    else {
      login.searchParams.set('destino', window.location.pathname);
      login.hash = place;
    }
    window.location.replace(login);
  }

  rootScope.$on('authentication.logout.success', () => {
    left = true;
    if (leading) {
      go();
    }
  });
  rootScope.$on('$locationChangeStart', (event) => {
    if (location.path() !== '/login') {
      place = location.url();
      return;
    }
    event.preventDefault();
    // Every request that is refused asks again, and a second way to the login would stop the first.
    if (!leading) {
      leading = true;
      go();
    }
  });
}

whenStarted((injector) => lead(injector.get('$rootScope'), injector.get('$location')));
