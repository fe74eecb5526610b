// Links in mails name a case: `#/?case=ESC-2026-000123`. Its task opens, whichever filter
// is open; which task that is depends on who follows the link, and when.
import { fetchTaskOf } from './api.js';

/** Opens the case that the address names, once somebody is logged in. */
export function openAddressedCase(injector) {
  const rootScope = injector.get('$rootScope');
  const location = injector.get('$location');
  const notifications = injector.get('Notifications');
  let asking = null;

  function say(status, message) {
    notifications.addMessage({ status, message, exclusive: true });
  }

  async function look() {
    const number = location.search().case;
    if (!number || number === asking || !rootScope.authentication) {
      return;
    }
    asking = number;
    const found = await fetchTaskOf(number).catch((error) => ({ error }));
    asking = null;
    rootScope.$evalAsync(() => {
      if (found?.id) {
        location.search({ ...location.search(), task: found.id, case: null }).replace();
        return;
      }
      location.search('case', null).replace();
      say(number, found?.error ? found.error.message : 'Ahora no hay en este caso ninguna tarea que usted pueda ver.');
    });
  }

  rootScope.$on('$locationChangeSuccess', look);
  rootScope.$on('authentication.changed', look);
  look();
}
