// form-js takes over what is typed only after a moment, and draws every field anew when it
// does: what was typed meanwhile into another field was gone.
import { onForm } from './forms.js';

/** Each key counts at once. */
export function takeOverAtOnce() {
  onForm(({ form }) => {
    form.get('config').debounce = false;
    // Fields read it when they are drawn.
    form._setState({});
  });
}
