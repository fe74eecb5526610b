// What Escala adds to Tasklist. Camunda imports this module before it starts Angular
// and calls `render` with the scope of the place where the plugin stands.
import { followTask } from './case-card.js';
import { countFilters } from './filter-counts.js';
import { formatCalendar } from './calendar.js';
import { translateForms } from './form-messages.js';
import { translateNotifications } from './notifications.js';
import { reportedLink, tellWhoReceives } from './started-case.js';
import { sortByDueDate, sortOpenedAddress } from './order.js';

function whenStarted(use) {
  const injector = window.angular?.element(document.body).injector();
  if (injector) {
    use(injector);
  }
  else {
    window.setTimeout(() => whenStarted(use), 20);
  }
}

document.documentElement.lang = 'es';
sortOpenedAddress();
translateForms(document.body);

whenStarted((injector) => {
  formatCalendar(injector.get('$locale'));
  translateNotifications(injector.get('Notifications'));
  sortByDueDate(injector.get('$rootScope'), injector.get('$location'));
  countFilters(injector);
  tellWhoReceives(injector);
});

// The only plugin point that always stands beside the task and sees it change.
const caseCard = {
  id: 'escala-case-card',
  pluginPoint: 'tasklist.task.action',
  priority: -100,
  render: (node, data, scope) => followTask(scope)
};

export default [caseCard, reportedLink];
