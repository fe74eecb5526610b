// What somebody typed and did not send, kept in this tab: by person and place, until it is
// sent, thrown away, or the person leaves.

const PREFIX = 'escala-draft:';
// Where Tasklist's own "Guardar" puts a form, whoever wrote it; it outlives the tab.
const SAVED = 'camunda-form:';
const SAVED_BY = 'escala-saved-by';

let user = null;

const keyOf = (place) => `${PREFIX}${user}:${place}`;

// A browser may keep nothing at all; then nothing is kept, and people work on.
function quietly(use) {
  try {
    return use();
  }
  catch (error) {
    return null;
  }
}

function remove(storage, isGone) {
  Object.keys(storage).filter(isGone).forEach((key) => storage.removeItem(key));
}

/** Keeps what was typed at a place: a form or a part of the card. */
export function keep(place, values) {
  return user && quietly(() => window.sessionStorage.setItem(keyOf(place), JSON.stringify(values)));
}

/** What this person typed there, or `null`. */
export function kept(place) {
  return user && quietly(() => JSON.parse(window.sessionStorage.getItem(keyOf(place))));
}

/** It was sent or thrown away. */
export function forget(place) {
  quietly(() => window.sessionStorage.removeItem(keyOf(place)));
}

function begin(name) {
  user = name;
  quietly(() => remove(window.sessionStorage, (key) => key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${name}:`)));
  quietly(() => {
    const savedBy = window.localStorage.getItem(SAVED_BY);
    // What was kept before anybody's name was is of whoever comes first.
    if (savedBy !== name) {
      savedBy && remove(window.localStorage, (key) => key.startsWith(SAVED));
      window.localStorage.setItem(SAVED_BY, name);
    }
  });
}

function end() {
  user = null;
  quietly(() => remove(window.sessionStorage, (key) => key.startsWith(PREFIX)));
}

/** Nobody ever sees what somebody else typed in this browser. */
export function keepDraftsApart(rootScope) {
  rootScope.$on('authentication.changed', (event, authentication) => authentication && begin(authentication.name));
  rootScope.$on('authentication.logout.success', end);
  if (rootScope.authentication) {
    begin(rootScope.authentication.name);
  }
}
