package dev.escala.idea;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import dev.escala.improvement.ImprovementKind;
import dev.escala.improvement.Improvements;
import dev.escala.improvement.SaidImprovement;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Dates;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.TypedDay;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether an idea works (004-36), decided on the figures of before and after, which stay
 * as they were then. Each step is one transaction.
 */
@Service
@Transactional
public class DecideIdea {

	private static final int LONGEST_SAID = 2000;

	private final IdeaRepository repository;

	private final IdeaFigures figures;

	private final Improvements improvements;

	private final Matters matters;

	private final Timeline timeline;

	private final Clock clock;

	private final ZoneId zone;

	DecideIdea(IdeaRepository repository, IdeaFigures figures, Improvements improvements, Matters matters,
			Timeline timeline, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.figures = figures;
		this.improvements = improvements;
		this.matters = matters;
		this.timeline = timeline;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * It works: it becomes an improvement, with an owner and a day.
	 * @param change what is done for good, by whom and by when
	 * @throws ConflictException where nothing can be compared
	 */
	public CaseNumber works(CaseNumber number, UserId by, String said, Change change) {
		String why = said(said);
		Idea idea = lock(number);
		IdeaFigures.Compared compared = this.figures.of(idea);
		if (!compared.isKnown()) {
			throw new ConflictException("No hay cifras con que comparar: " + compared.told()
					+ " Anote las que falten en la página de la idea, o aplace la decisión.");
		}
		CaseNumber improvement = this.improvements.begin(new SaidImprovement(ImprovementKind.PROVEN_IDEA.name(),
				change.what(), "Lo demostró la idea " + number + ". " + compared.told(), change.owner(), change.dueOn(),
				null, number), by);
		end(idea, by, IdeaState.WORKS, compared, why, improvement);
		return improvement;
	}

	/** It does not work, or was not tried in the end. */
	public void fails(CaseNumber number, UserId by, String said) {
		String why = said(said);
		Idea idea = lock(number);
		end(idea, by, IdeaState.FAILS, this.figures.of(idea), why, null);
	}

	/**
	 * It is not known yet.
	 * @param day when it is decided instead, {@code dd/mm/aaaa}
	 * @throws ConflictException where it was put off as often as it may be
	 */
	public void later(CaseNumber number, UserId by, String said, String day) {
		Idea idea = lock(number);
		if (idea.trial().delays() >= Idea.MOST_DELAYS) {
			throw new ConflictException(
					"La decisión ya se aplazó dos veces: diga si la idea funciona o no. Si sigue sin "
							+ "saberse, no funciona lo bastante para notarse.");
		}
		Fields fields = new Fields();
		String why = fields.required("ideaSaid", "por qué no se sabe todavía", said, LONGEST_SAID);
		LocalDate decideOn = TypedDay.read(fields, "ideaNewDay", day);
		if (decideOn != null) {
			Ideas.refuseDay(fields, "ideaNewDay", idea.trial().beganOn(), decideOn, today());
		}
		fields.done();
		this.repository.delay(number, decideOn, idea.trial().delays() + 1);
		this.timeline.add(number, by, "No se sabe todavía: se decide el " + Dates.figures(decideOn) + ". " + why);
	}

	private static String said(String said) {
		Fields fields = new Fields();
		String why = fields.required("ideaSaid", "qué se ha visto", said, LONGEST_SAID);
		fields.done();
		return why;
	}

	private void end(Idea idea, UserId by, IdeaState state, IdeaFigures.Compared compared, String why,
			CaseNumber change) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.repository.decide(idea.number(), state, compared.before(),
				new Idea.Decision(compared.after(), why, change, by, now));
		this.timeline.add(idea.number(), by, state.label() + ". " + compared.told() + " " + why
				+ ((change == null) ? "" : " Se queda con la mejora " + change + "."));
		this.matters.end(idea.number(), "La idea se decidió.");
	}

	private Idea lock(CaseNumber number) {
		Idea idea = this.repository.lock(number).orElseThrow(() -> Ideas.unknown(number));
		if (!idea.isOpen()) {
			throw new ConflictException(number + " ya se decidió: " + idea.state().label() + ".");
		}
		return idea;
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(this.zone));
	}

	/**
	 * What becomes of an idea that works, as somebody typed it.
	 *
	 * @param what what is done for good
	 * @param owner user id of who answers for it; blank for who decides
	 * @param dueOn by when, {@code dd/mm/aaaa}
	 */
	public record Change(String what, String owner, String dueOn) {
	}

}
