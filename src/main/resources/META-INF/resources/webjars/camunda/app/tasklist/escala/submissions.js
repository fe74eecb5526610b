// Tasklist tells nobody that a form was sent. Its calls to the engine are listened to.

const listeners = [];

const tell = (event, submission, answer) => listeners.forEach((listener) => listener[event]?.(submission, answer));

/**
 * @param listener any of `sent`, `accepted` and `refused`; each takes
 *   `{ taskId }` or `{ processDefinitionId }`, and what the engine answered
 */
export function onSubmission(listener) {
  listeners.push(listener);
}

function listen(resource, submissionOf, reject) {
  const submit = resource.submitForm;
  resource.submitForm = function (data, done) {
    const submission = submissionOf(data.id);
    tell('sent', submission);
    return submit.call(this, data, done).then((result) => {
      tell('accepted', submission, result);
      return result;
    }, (error) => {
      tell('refused', submission, error);
      return reject(error);
    });
  };
}

/** Begins to listen. */
export function listenToSubmissions(injector) {
  const api = injector.get('camAPI');
  const { reject } = injector.get('$q');
  listen(api.resource('task'), (taskId) => ({ taskId }), reject);
  listen(api.resource('process-definition'), (processDefinitionId) => ({ processDefinitionId }), reject);
}
