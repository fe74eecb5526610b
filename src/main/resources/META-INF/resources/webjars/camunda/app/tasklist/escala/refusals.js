// A refusal names the fields that it is about by what the form calls them, and leads there.
import { fieldsOf, openForm } from './forms.js';
import { onSubmission } from './submissions.js';

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The sentences, each with the label of its field where it does not name it itself. */
export function namedProblems(problems, labels) {
  return problems.map(({ field, message }) => {
    const label = labels.get(field)?.replace(/\s*\(.*\)$/, '');
    return !label || plain(message).includes(plain(label)) ? message : `«${label}»: ${message}`;
  }).join(' ');
}

function leadTo(field) {
  const container = document.querySelector('.modal-content .fjs-container') ?? document.querySelector('.fjs-container');
  const input = container?.querySelector(`[id^="fjs-form-"][id$="${window.CSS.escape(field.id)}"]`);
  // A list opens when it gets the focus and would cover what stands below.
  if (input?.closest('.fjs-form-field-select')) {
    input.scrollIntoView({ block: 'center' });
  }
  else {
    input?.focus();
  }
}

/** Completes what the engine refuses. */
export function nameRefusedFields() {
  onSubmission({
    refused: (submission, error) => {
      const problems = error?.response?.body?.errors ?? [];
      const form = problems.length ? openForm() : null;
      if (!form) {
        return;
      }
      const fields = fieldsOf(form);
      error.message = namedProblems(problems, new Map(fields.map(({ key, label }) => [key, String(label ?? '')])));
      const first = fields.find(({ key }) => key === problems[0].field);
      if (first) {
        leadTo(first);
      }
    }
  });
}
