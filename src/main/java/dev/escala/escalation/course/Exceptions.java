package dev.escala.escalation.course;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.access.Staff;
import dev.escala.escalation.CaseAction;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.ExceptionRequest;
import dev.escala.escalation.course.ExceptionLimits.Limit;
import dev.escala.escalation.persistence.ExceptionGrantRepository;
import dev.escala.level.Levels;
import dev.escala.level.ReachedLevel;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.ForbiddenException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exceptions and resources (001-03, 001-07): within their limit the owner decides alone;
 * beyond it the first level decides that may go so far.
 */
@Service
@Transactional
public class Exceptions {

	/** With the limit it is still a note. */
	private static final int LONGEST_REASON = 3900;

	private static final String REFUSED = "No se concede. ";

	private final Escalations escalations;

	private final ExceptionLimits limits;

	private final ExceptionGrantRepository grants;

	private final Levels levels;

	private final MatterNotes notes;

	private final Staff staff;

	private final Timeline timeline;

	Exceptions(Escalations escalations, ExceptionLimits limits, ExceptionGrantRepository grants, Levels levels,
			MatterNotes notes, Staff staff, Timeline timeline) {
		this.escalations = escalations;
		this.limits = limits;
		this.grants = grants;
		this.levels = levels;
		this.notes = notes;
		this.staff = staff;
		this.timeline = timeline;
	}

	/**
	 * The owner grants it alone; what was granted alone in the case counts together, and
	 * the rule of the limit is kept with it.
	 * @throws ForbiddenException for anybody else
	 * @throws ConflictException beyond the limit, naming it and how to ask
	 */
	public void grant(CaseNumber number, UserId user, ExceptionRequest exception, String reason) {
		Fields fields = new Fields();
		String why = fields.required("reason", "por qué se concede", reason, LONGEST_REASON);
		fields.done();
		Escalation escalation = this.escalations.lockFor(number, CaseAction.WORK);
		if (!user.equals(escalation.ownerId())) {
			throw new ForbiddenException("Solo la persona responsable de " + number + " concede excepciones en él.");
		}
		Optional<Limit> limit = this.limits.of(number, groups(user), exception.kind());
		int before = this.grants.euros(number);
		if (limit.filter((known) -> known.covers(exception, before)).isEmpty()) {
			throw new ConflictException(limit
				.map((known) -> "Usted puede conceder " + known.told() + " en un caso, y con esto serían "
						+ (before + exception.euros()) + " €.")
				.orElse("Usted no puede conceder esto: " + exception.kind().label() + ".")
					+ " Pídalo en «Ejecutar el plan», con «Hace falta más rango, una excepción o recursos».");
		}
		MatterNote.Kind kind = (exception.kind() == ExceptionRequest.Kind.RESOURCES) ? MatterNote.Kind.RESOURCES
				: MatterNote.Kind.EXCEPTION;
		this.notes.write(number, kind, user, "exceptionRequest", exception.told());
		this.notes.write(number, MatterNote.Kind.EXCEPTION_DECISION, user, "reason",
				"Se concede dentro de su límite (" + limit.get().told() + "). " + why);
		this.grants.add(number, exception, user);
		this.timeline.add(number, user, "Concedió, dentro de su límite: " + exception.told());
	}

	/** What a level decided, as the case keeps it. */
	public static String decision(boolean granted, String reason) {
		return (granted ? "Se concede. " : REFUSED) + reason;
	}

	/** Whether a decision on an exception was a no. */
	public static boolean isRefusal(MatterNote decision) {
		return decision.text().startsWith(REFUSED);
	}

	/**
	 * Whoever may be asked now, lowest first: the level that the case reached, which may
	 * have refused before, and the next one. Nobody is passed over in silence. The group
	 * of a level decides, also where one person of it has the case's breaches.
	 */
	@Transactional(readOnly = true)
	public List<Target> targets(CaseNumber number) {
		int current = this.levels.current(number);
		Optional<MatterNote> refusal = this.notes.notes(number)
			.stream()
			.filter((note) -> note.kind() == MatterNote.Kind.EXCEPTION_DECISION)
			.reduce((one, next) -> next)
			.filter(Exceptions::isRefusal);
		Stream<Target> same = this.levels.find(number, current)
			.map((reached) -> new Target(true,
					"Nivel " + current + ", " + this.staff.groupName(reached.groupId())
							+ (refusal.filter((note) -> isOf(reached, note.author())).isPresent()
									? ", que la última vez dijo que no: diga qué ha cambiado" : "")))
			.stream();
		Stream<Target> next = (current < Levels.TOP)
				? Stream.of(new Target(false,
						"Nivel " + (current + 1) + ", un nivel más arriba"
								+ (refusal.isPresent() ? ", a pesar de la negativa: quedará anotado" : "")))
				: Stream.empty();
		return Stream.concat(same, next).toList();
	}

	/**
	 * Asks: the same level again, or upwards until somebody may grant it.
	 * @param exception what is asked for, or {@code null} where the case's form did not
	 * say its kind yet
	 * @return the level that decides
	 */
	public ReachedLevel ask(CaseNumber number, ExceptionRequest exception, boolean again) {
		if (again) {
			ReachedLevel reached = this.levels.askAgain(number);
			this.timeline.add(number, UserId.SYSTEM, "Se pide otra vez al nivel " + reached.level() + " ("
					+ this.staff.groupName(reached.groupId()) + ").");
			return reached;
		}
		ReachedLevel reached = raise(number);
		while (exception != null && reached.level() < Levels.TOP && !mayGrant(reached, exception)) {
			this.levels.attended(number, reached.level());
			this.timeline.add(number, UserId.SYSTEM,
					"Pasa de " + this.staff.groupName(reached.groupId()) + ", que no puede conceder tanto.");
			reached = raise(number);
		}
		return reached;
	}

	private ReachedLevel raise(CaseNumber number) {
		return this.levels.raise(number, UserId.SYSTEM)
			.orElseThrow(() -> new ConflictException("El caso ya está en el nivel más alto."));
	}

	private boolean mayGrant(ReachedLevel level, ExceptionRequest exception) {
		return this.limits.of(null, Set.of(level.groupId()), exception.kind())
			.filter((limit) -> limit.covers(exception, 0))
			.isPresent();
	}

	/**
	 * Refuses a grant beyond what whoever decides may grant.
	 * @param level whose task it is, whoever stands in
	 */
	public void requireLimit(CaseNumber number, UserId user, String level, ExceptionRequest exception) {
		Set<String> groups = Stream.concat(groups(user).stream(), Stream.of(level)).collect(Collectors.toSet());
		Optional<Limit> limit = this.limits.of(number, groups, exception.kind());
		if (limit.filter((known) -> known.covers(exception, 0)).isEmpty()) {
			throw new ConflictException(
					"Esto pasa de lo que usted puede conceder (" + limit.map(Limit::told).orElse("nada de esto")
							+ "): no lo conceda, y la persona responsable lo pedirá un nivel más arriba.");
		}
	}

	private Collection<String> groups(UserId user) {
		return this.staff.groupsOf(user).stream().map(Staff.Team::id).toList();
	}

	private boolean isOf(ReachedLevel level, UserId person) {
		return person.equals(level.personId()) || groups(person).contains(level.groupId());
	}

	/**
	 * Whom the owner can ask.
	 *
	 * @param again whether it is the level that the case reached already
	 * @param label level and who, in Spanish
	 */
	public record Target(boolean again, String label) {

		/** The value in the form. */
		public String value() {
			return this.again ? "same" : "next";
		}

	}

}
