// The engine puts English before every sentence of ours, and says some things only
// in English. Staff read one Spanish sentence.

const PREFIX = /^(?:Cannot (?:submit (?:task |start )?form|complete task|start process (?:definition|instance))\b[^:]*:\s*)+/;

// Tasklist says in its own words which of its requests failed.
const PLACE = /^(?:<|&lt;)[\w-]+(?:>|&gt;) (?:<|&lt;)- /;

const KNOWN = [
  [/already claimed by/i, 'Otra persona tomó la tarea antes. Actualice la página para ver a quién pertenece.'],
  [/(?:cannot find task with id|task .* does not exist|No matching task|Cannot get (?:form|variables) .* task)/i,
    'La tarea ya no está disponible: alguien la completó o el caso avanzó.'],
  [/does not have .* permission|not authorized|required_authorization/i, 'No tiene permiso para hacer esto.'],
  [/was updated by another transaction|optimistic/i, 'Otra persona cambió lo mismo a la vez. Inténtelo de nuevo.'],
  [/is suspended/i, 'El caso está suspendido en este momento.'],
  [/form validation error|could not validate/i, 'Revise los campos señalados en el formulario.']
];

// Signs of a message that was written for programmers.
const TECHNICAL = /ENGINE-\d{2}|Exception\b|org\.camunda|java\.|Cannot (?:submit|complete|start)|\b(?:expression|null)\b.*:/;

const APOLOGY = 'Ocurrió un error interno y no se guardó nada. Inténtelo de nuevo; si se repite, avise a administración.';

// What Escala says of a task that nobody can complete any more, and of one in other hands.
const OVER = /^(?:Esta tarea ya está terminada|El caso \S+ (?:quedó|terminó|siguió|se cerró))/;
const ELSEWHERE = /^Esta tarea la tiene ahora/;

// Tasklist says that the task is still open, or puts its own words around the same sentence.
function heading(status, sentence) {
  if (OVER.test(sentence)) {
    return 'La tarea terminó';
  }
  return ELSEWHERE.test(sentence) ? 'La tarea está en otras manos' : status;
}

/** What a person should read of an engine's message. */
export function readable(message) {
  const text = String(message ?? '');
  const sentence = text.replace(PREFIX, '').replace(PLACE, '');
  const known = KNOWN.find(([pattern]) => pattern.test(sentence));
  if (known) {
    return known[1];
  }
  return TECHNICAL.test(sentence) ? APOLOGY : sentence;
}

/**
 * Every notification of Tasklist goes through this one service, which also escapes
 * markup. Those marked unsafe carry links made by Tasklist itself and stay as they are.
 */
export function translateNotifications(notifications) {
  const add = notifications.add;
  notifications.add = function (notification) {
    if (!notification.unsafe && notification.message) {
      notification.message = readable(notification.message);
      notification.status = heading(notification.status, notification.message);
    }
    return add.call(this, notification);
  };
}
