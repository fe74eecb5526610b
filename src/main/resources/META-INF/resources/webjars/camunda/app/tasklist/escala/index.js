// What Escala adds to Tasklist. Camunda imports this module before it starts Angular
// and calls `render` with the scope of the place where the plugin stands.
import { followTask } from './case-card.js';
import { countFilters } from './filter-counts.js';
import { openFirstWithTasks } from './first-filter.js';
import { formatCalendar } from './calendar.js';
import { hintAtClaiming } from './claim-hint.js';
import { followCompletion } from './completion.js';
import { suggestCustomers } from './customer-suggestions.js';
import { keepDraftsApart } from './drafts.js';
import { keepForms } from './form-drafts.js';
import { translateForms } from './form-messages.js';
import { drawWithLabels, hideUntilLabelled } from './labels.js';
import './login.js';
import { menuPlugin } from './menu.js';
import { translateNotifications } from './notifications.js';
import { tellWhoReceives } from './started-case.js';
import { openAddressedCase } from './open-case.js';
import { rememberTask } from './open-task.js';
import { nameRefusedFields } from './refusals.js';
import { whenStarted } from './started.js';
import { listenToSubmissions } from './submissions.js';
import { showLine } from './task-lines.js';
import { sortByDueDate, sortOpenedAddress } from './order.js';
import { takeOverAtOnce } from './typing.js';

document.documentElement.lang = 'es';
hideUntilLabelled();
sortOpenedAddress();
translateForms(document.body);

whenStarted((injector) => {
  drawWithLabels(injector);
  formatCalendar(injector.get('$locale'));
  translateNotifications(injector.get('Notifications'));
  sortByDueDate(injector.get('$rootScope'), injector.get('$location'));
  countFilters(injector, openFirstWithTasks(injector));
  tellWhoReceives(injector);
  keepDraftsApart(injector.get('$rootScope'));
  listenToSubmissions(injector);
  hintAtClaiming(injector);
  takeOverAtOnce();
  keepForms(injector);
  nameRefusedFields();
  suggestCustomers();
  openAddressedCase(injector);
  followCompletion(injector);
});

export default [
  {
    // The only plugin point that always stands beside the task and sees it change.
    id: 'escala-case-card',
    pluginPoint: 'tasklist.task.action',
    priority: -100,
    render: (node, data, scope) => {
      rememberTask(scope);
      followTask(scope);
    }
  },
  {
    id: 'escala-task-line',
    pluginPoint: 'tasklist.card',
    priority: 300,
    render: (node, { taskId }) => showLine(node, taskId)
  },
  menuPlugin
];
