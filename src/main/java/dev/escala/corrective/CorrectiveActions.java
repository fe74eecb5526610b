package dev.escala.corrective;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.escala.corrective.ActionDates.Pace;
import dev.escala.corrective.CorrectiveAction.Schedule;
import dev.escala.corrective.CorrectiveAction.Look;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonNames;
import dev.escala.staffing.PersonSearch;
import dev.escala.text.Dates;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;
import dev.escala.validation.TypedDay;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries the corrective actions of a matter, whether it is open or closed, until they
 * are done and somebody looked at their effect (001-30, 001-34). Each step is one
 * transaction, told in the history of the matter.
 */
@Service
@Transactional
public class CorrectiveActions {

	private static final int LONGEST_TEXT = 500;

	private static final int LONGEST_NOTE = 2000;

	private final CorrectiveActionRepository repository;

	private final ActionDates dates;

	private final ActionFlow flow;

	private final ActionPeople people;

	private final PersonSearch search;

	private final PersonNames names;

	private final Matters matters;

	private final Timeline timeline;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CorrectiveActions(CorrectiveActionRepository repository, ActionDates dates, ActionFlow flow, ActionPeople people,
			PersonSearch search, PersonNames names, Matters matters, Timeline timeline,
			ApplicationEventPublisher events, Clock clock) {
		this.repository = repository;
		this.dates = dates;
		this.flow = flow;
		this.people = people;
		this.search = search;
		this.names = names;
		this.matters = matters;
		this.timeline = timeline;
		this.events = events;
		this.clock = clock;
	}

	/** The actions of a matter, oldest first; none where none was agreed for good. */
	@Transactional(readOnly = true)
	public List<CorrectiveAction> actions(CaseNumber number) {
		return this.repository.actions(number);
	}

	/** The action; refuses an unknown one. */
	@Transactional(readOnly = true)
	public CorrectiveAction get(long id) {
		return this.repository.find(id).orElseThrow(CorrectiveActions::unknown);
	}

	/**
	 * The actions of an analysis are agreed for good: each begins to be followed, one
	 * that is done already with the look at its effect. For one matter this happens once;
	 * the table keeps no second action of the same place.
	 */
	public void begin(CaseNumber number, List<PlannedAction> planned) {
		Pace pace = this.dates.pace(this.matters.get(number));
		for (int i = 0; i < planned.size(); i++) {
			start(number, planned.get(i), pace, i, null);
		}
	}

	private void start(CaseNumber number, PlannedAction planned, Pace pace, Integer position, Long follows) {
		Schedule open = this.dates.open(pace, planned.dueOn());
		long id = this.repository.add(number, planned,
				planned.done() ? this.dates.done(pace, open, planned.dueOn()) : open, position, follows);
		this.flow.start(get(id));
		if (!planned.done()) {
			this.people.tellGiven(get(id));
		}
	}

	/**
	 * Somebody else has the task: they answer for the action from now on, also as a
	 * deputy.
	 */
	public void held(long id, UserId holder) {
		if (!get(id).owner().equals(holder)) {
			this.repository.own(id, holder);
		}
	}

	/**
	 * It is done.
	 * @param day when, {@code dd/mm/aaaa}; nothing is today
	 * @param what what was done
	 * @throws ConflictException where somebody settled it meanwhile
	 */
	public void done(long id, UserId user, String day, String what) {
		Fields fields = new Fields();
		LocalDate today = this.dates.today();
		LocalDate doneOn = (day == null || day.isBlank()) ? today : TypedDay.read(fields, "actionDoneOn", day);
		if (doneOn != null && doneOn.isAfter(today)) {
			fields.refuse("actionDoneOn", "El " + figures(doneOn)
					+ " está por venir, y nada de ese día puede estar hecho: ponga el día en que se hizo.");
		}
		String said = fields.required("actionNote", "qué se hizo", what, LONGEST_NOTE);
		fields.done();
		CorrectiveAction action = lock(id, ActionState.OPEN);
		Pace pace = this.dates.pace(this.matters.get(action.caseNumber()));
		save(action, action.owner(), action.turn(), ActionState.DONE, this.dates.done(pace, action.schedule(), doneOn),
				doneOn, said, null);
		tell(action, user, "hecha el " + figures(doneOn) + ". " + said);
	}

	/** It cannot be done: the problem coordinators decide. */
	public void cannot(long id, UserId user, String why) {
		Fields fields = new Fields();
		String said = fields.required("actionNote", "por qué no se puede hacer", why, LONGEST_NOTE);
		fields.done();
		CorrectiveAction action = lock(id, ActionState.OPEN);
		Pace pace = this.dates.pace(this.matters.get(action.caseNumber()));
		save(action, action.owner(), action.turn(), ActionState.UNDECIDED,
				this.dates.undecided(pace, action.schedule()), null, said, null);
		tell(action, user, "no se puede hacer. " + said);
	}

	/**
	 * The coordinators decide that it is done all the same.
	 * @param owner by whom, {@code null} where nobody was chosen
	 * @param day by when, {@code dd/mm/aaaa}
	 * @param reason why so
	 */
	public void giveAgain(long id, UserId user, UserId owner, String day, String reason) {
		Fields fields = new Fields();
		requireOwner(fields, owner);
		LocalDate dueOn = dueOn(fields, day);
		String why = fields.required("actionReason", "el motivo", reason, LONGEST_NOTE);
		fields.done();
		CorrectiveAction action = lock(id, ActionState.UNDECIDED);
		Pace pace = this.dates.pace(this.matters.get(action.caseNumber()));
		save(action, owner, action.turn() + 1, ActionState.OPEN, this.dates.open(pace, dueOn), null, null, null);
		this.people.tellGiven(get(id));
		tell(action, user, "la hará " + this.names.name(owner) + " hasta el " + figures(dueOn) + ". " + why);
	}

	/** The coordinators decide that nobody does it. */
	public void drop(long id, UserId user, String reason) {
		Fields fields = new Fields();
		String why = fields.required("actionReason", "por qué se descarta", reason, LONGEST_NOTE);
		fields.done();
		CorrectiveAction action = lock(id, ActionState.UNDECIDED);
		save(action, action.owner(), action.turn(), ActionState.DROPPED, action.schedule(), null, why, null);
		tell(action, user, "descartada. " + why);
		this.events.publishEvent(new ActionEnded(action.caseNumber(), ActionState.DROPPED));
	}

	/** Somebody looked, and it works. */
	public void works(long id, UserId user, String note) {
		look(id, user, ActionState.EFFECTIVE, "qué se ha comprobado", note, "comprobada, y funciona. ");
	}

	/** Somebody looked, it does not work, and nothing else is done. */
	public void giveUp(long id, UserId user, String note) {
		look(id, user, ActionState.DROPPED, "qué se ha comprobado y por qué no se hace nada más", note,
				"comprobada; no funcionó, y no se hace otra. ");
	}

	/**
	 * Somebody looked, it does not work, and another one is agreed, which begins at once.
	 * @param note what they saw
	 * @param next what is done instead
	 * @param owner by whom, {@code null} where nobody was chosen
	 * @param day by when, {@code dd/mm/aaaa}
	 */
	public void replace(long id, UserId user, String note, String next, UserId owner, String day) {
		Fields fields = new Fields();
		fields.required("effectNote", "qué se ha comprobado", note, LONGEST_NOTE);
		String text = fields.required("newAction", "la acción nueva", next, LONGEST_TEXT);
		requireOwner(fields, owner);
		LocalDate dueOn = dueOn(fields, day);
		fields.done();
		CorrectiveAction action = look(id, user, ActionState.REPLACED, "qué se ha comprobado", note,
				"comprobada; no funcionó, y sigue otra. ");
		Pace pace = this.dates.pace(this.matters.get(action.caseNumber()));
		PlannedAction planned = new PlannedAction(text, owner, dueOn, false);
		start(action.caseNumber(), planned, pace, null, id);
		this.timeline.add(action.caseNumber(), user, "Acción correctiva nueva: «" + text + "», de "
				+ this.names.name(owner) + ", hasta el " + figures(dueOn) + ".");
	}

	private CorrectiveAction look(long id, UserId user, ActionState state, String asked, String note, String told) {
		Fields fields = new Fields();
		String seen = fields.required("effectNote", asked, note, LONGEST_NOTE);
		fields.done();
		CorrectiveAction action = lock(id, ActionState.DONE);
		Instant now = this.clock.instant();
		save(action, action.owner(), action.turn(), state, action.schedule(), action.doneOn(), action.said(),
				new Look(user, now, seen));
		tell(action, user, told + seen);
		if (state != ActionState.REPLACED) {
			this.events.publishEvent(new ActionEnded(action.caseNumber(), state));
		}
		return action;
	}

	private void requireOwner(Fields fields, UserId owner) {
		if (owner == null) {
			fields.refuse("actionOwner", "Falta la persona responsable.");
		}
		else {
			this.search.require(fields, "actionOwner", owner);
		}
	}

	private LocalDate dueOn(Fields fields, String day) {
		LocalDate dueOn = TypedDay.read(fields, "actionDueOn", day);
		if (dueOn != null && dueOn.isBefore(this.dates.today())) {
			fields.refuse("actionDueOn", "La fecha " + figures(dueOn) + " ya ha pasado.");
		}
		return dueOn;
	}

	private CorrectiveAction lock(long id, ActionState wanted) {
		CorrectiveAction action = this.repository.lock(id).orElseThrow(CorrectiveActions::unknown);
		action.requireState(wanted);
		return action;
	}

	private void save(CorrectiveAction action, UserId owner, int turn, ActionState state, Schedule schedule,
			LocalDate doneOn, String said, Look look) {
		this.repository.save(new CorrectiveAction(action.id(), action.caseNumber(), action.text(), owner, turn, state,
				schedule, doneOn, said, look, (turn == action.turn()) ? action.chased() : 0));
	}

	private void tell(CorrectiveAction action, UserId user, String what) {
		this.timeline.add(action.caseNumber(), user, "Acción correctiva «" + action.text() + "»: " + what);
	}

	private static String figures(LocalDate day) {
		return Dates.figures(day);
	}

	private static NotFoundException unknown() {
		return new NotFoundException("Esa acción correctiva no existe.");
	}

}
