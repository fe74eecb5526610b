package dev.escala.corrective.process;

import java.util.List;
import java.util.Map;

import dev.escala.corrective.CorrectiveAction;
import dev.escala.corrective.CorrectiveActions;
import dev.escala.engine.TaskScope;
import dev.escala.staffing.PersonNames;
import dev.escala.staffing.PersonSearch;
import dev.escala.text.Dates;

import org.springframework.stereotype.Component;

/** What the user tasks ask of an action, and what their forms show of it. */
@Component
class ActionFacts {

	private final CorrectiveActions actions;

	private final PersonNames names;

	private final PersonSearch search;

	ActionFacts(CorrectiveActions actions, PersonNames names, PersonSearch search) {
		this.actions = actions;
		this.names = names;
		this.search = search;
	}

	static long id(TaskScope scope) {
		return scope.number(CorrectiveActionProcess.ACTION_ID);
	}

	CorrectiveAction action(TaskScope scope) {
		return this.actions.get(id(scope));
	}

	String owner(CorrectiveAction action) {
		return this.names.name(action.owner());
	}

	/** What is to be done, by when, and what was said of it so far. */
	Map<String, Object> shown(CorrectiveAction action) {
		return Map.of("actionText", action.text(), "actionWhen", Dates.figures(action.schedule().dueOn()), "actionWho",
				owner(action), "actionSaid", (action.said() == null) ? "—" : action.said());
	}

	/** Whom the action may be given to. */
	List<Map<String, String>> people() {
		return this.search.choices();
	}

}
