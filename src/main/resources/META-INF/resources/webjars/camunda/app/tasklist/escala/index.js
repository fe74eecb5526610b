// What Escala adds to Tasklist. Camunda imports this module at start and calls
// `render` with the Angular scope of the place where the plugin stands.
import { followTask } from './case-card.js';
import { formatCalendar } from './calendar.js';
import { translateForms } from './form-messages.js';
import { translateNotifications } from './notifications.js';

translateForms(document.body);

let prepared = false;

function prepare(injector) {
  if (!prepared) {
    prepared = true;
    formatCalendar(injector.get('$locale'));
    translateNotifications(injector.get('Notifications'));
  }
}

// The only plugin point that always stands beside the task and sees it change.
export default {
  id: 'escala-case-card',
  pluginPoint: 'tasklist.task.action',
  priority: -100,
  render: (node, data, scope) => {
    prepare(window.angular.element(document.body).injector());
    followTask(scope);
  }
};
