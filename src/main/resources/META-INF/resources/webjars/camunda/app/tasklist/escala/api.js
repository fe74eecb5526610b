// Escala's own API, called with the session of Tasklist.

// Tasklist lives at …/camunda/app/tasklist/…; Escala's API beside …/camunda.
const root = new URL('../../../../', import.meta.url);

const csrfToken = () => decodeURIComponent(
  document.cookie.split('; ').find((cookie) => cookie.startsWith('ESCALA-XSRF-TOKEN='))?.split('=')[1] ?? ''
);

const APOLOGY = 'No se pudo hablar con el servidor. Compruebe la conexión e inténtelo de nuevo.';

/** What the server says, in Spanish, about a request that it did not carry out. */
export class Refused extends Error {
  constructor(message, fields = []) {
    super(message);
    this.fields = fields;
  }
}

async function call(path, options) {
  // Paths of the API start with a slash and live below the application's root.
  const url = new URL(path.replace(/^\//, ''), root);
  if (url.origin !== root.origin) {
    throw new Refused(APOLOGY);
  }
  try {
    return await fetch(url, { credentials: 'same-origin', cache: 'no-store', ...options });
  }
  catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Refused(APOLOGY);
  }
}

/** Where a page of Escala is, from its path below the application's root. */
export const addressOf = (path) => new URL(path.replace(/^\//, ''), root).href;

/** What Escala answers, or `null` where it has nothing to say. */
export async function fetchJson(path, signal) {
  const answer = await call(path, { headers: { Accept: 'application/json' }, signal });
  return answer.ok && answer.status !== 204 ? answer.json() : null;
}

/** The card of a task, or `null` where the task has no case. */
export async function fetchCard(taskId, signal) {
  const answer = await call(`/api/tasks/${encodeURIComponent(taskId)}/card`, {
    headers: { Accept: 'application/json' }, signal
  });
  if (answer.status === 404 || answer.status === 401) {
    return null;
  }
  if (!answer.ok) {
    throw new Refused('No se pudo cargar la ficha del caso.');
  }
  return answer.json();
}

async function ask(path, failure) {
  const answer = await call(path, { headers: { Accept: 'application/json' } });
  if (answer.status === 204 || answer.status === 401) {
    return null;
  }
  if (!answer.ok) {
    throw new Refused(failure);
  }
  return answer.json();
}

/** Which case each of the tasks belongs to; those without one are missing. */
export async function fetchLines(taskIds) {
  const ids = taskIds.map(encodeURIComponent).join(',');
  return (await ask(`/api/tasks/lines?ids=${ids}`, 'No se pudo consultar de qué caso son las tareas.')) ?? [];
}

/** Customers whose code or name contains the text, by name. */
export async function fetchCustomers(text, most) {
  const page = await ask(`/api/customers?search=${encodeURIComponent(text)}&size=${most}`, 'No se pudo consultar los clientes.');
  return page?.items ?? [];
}

/** What the person can do next after a task, or `null` where nothing is left. */
export function fetchNext(taskId) {
  return ask(`/api/tasks/next?after=${encodeURIComponent(taskId)}`, 'No se pudo consultar qué sigue.');
}

/** The task at which the person looks at a case, or `null` where there is none for them. */
export function fetchTaskOf(number) {
  return ask(`/api/tasks/next?number=${encodeURIComponent(number)}`, 'No se pudo abrir el caso.');
}

/** Carries out an action of the card. Throws {@link Refused} with what the server says. */
export async function act(href, values, key) {
  const answer = await call(href, {
    method: 'POST',
    headers: {
      Accept: 'application/json, application/problem+json',
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      'X-ESCALA-XSRF-TOKEN': csrfToken()
    },
    body: JSON.stringify(values)
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Refused(problem.detail ?? 'No se pudo hacer. Inténtelo de nuevo.', problem.errors ?? []);
  }
}
