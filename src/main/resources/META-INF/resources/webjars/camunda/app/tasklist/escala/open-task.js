// The task that is open in Tasklist, for the parts that stand outside its scope.

let open = { task: null, taskData: null };

/** @returns {{task: ?object, taskData: object}} the task as Tasklist holds it, and its store */
export const openTask = () => open;

/** Remembers the task that the scope shows. */
export function rememberTask(scope) {
  scope.$watch('task', (task) => {
    open = { task: task ?? null, taskData: scope.taskData };
  });
  scope.$on('$destroy', () => {
    open = { task: null, taskData: null };
  });
}
