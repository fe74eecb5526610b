package dev.escala.pursuit.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.Strategy;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is known of whom is pursued; an opportunity has that of its prospect. */
@Service
@Transactional
public class Profiles {

	private final ProfileRepository repository;

	private final Pursuits pursuits;

	private final Decisions decisions;

	private final Timeline timeline;

	Profiles(ProfileRepository repository, Pursuits pursuits, Decisions decisions, Timeline timeline) {
		this.repository = repository;
		this.pursuits = pursuits;
		this.decisions = decisions;
		this.timeline = timeline;
	}

	/** What is known. */
	@Transactional(readOnly = true)
	public Profile get(CaseNumber number) {
		return this.repository.find(origin(number)).orElse(Profile.EMPTY);
	}

	/** What is known from the beginning. */
	public void begin(CaseNumber number, Profile profile) {
		this.repository.save(number, profile);
	}

	/** Adds what somebody found out; what they say nothing of stays. */
	public void add(CaseNumber number, UserId by, Profile more) {
		this.pursuits.lock(number).requireOpen("completar el perfil");
		this.repository.save(origin(number), get(number).with(more.checked()));
		this.timeline.add(number, by, "Completó el perfil.");
	}

	/**
	 * The homework gate (004-03): nobody calls a top-down prospect before it is done.
	 * @throws ConflictException naming what is missing and where it is written
	 */
	@Transactional(readOnly = true)
	public void requireHomework(Pursuit pursuit) {
		List<String> missing = (pursuit.strategy() == Strategy.TOP_DOWN) ? get(pursuit.number()).missingHomework()
				: List.of();
		if (!missing.isEmpty()) {
			throw new ConflictException("Antes de la primera llamada a " + pursuit.number()
					+ ", que es de arriba abajo, faltan los deberes: " + String.join("; ", missing)
					+ ". Escríbalos con «Completar el perfil» en la ficha.");
		}
	}

	/**
	 * With whom to speak of the budget in a company of that size (004-13).
	 * @param employees how many people work there, or {@code null} where nobody knows
	 */
	@Transactional(readOnly = true)
	public Optional<Level> level(Integer employees) {
		if (employees == null) {
			return Optional.empty();
		}
		Decision decision = this.decisions.decide(null, "contactLevel", Map.of("employees", employees));
		return Optional.of(new Level(decision.text("title"), decision.reason()));
	}

	/**
	 * Judges by the table {@code qualification} and keeps the answers (002-05).
	 * @throws dev.escala.validation.InvalidInputException naming each answer that is
	 * missing
	 */
	public Fit qualify(CaseNumber number, String need, String budget, String feasibility) {
		Fields fields = new Fields();
		Degree needed = fields.oneOf("need", "si lo necesita", need, Degree.class, null);
		Budget paid = fields.oneOf("budget", "si tiene presupuesto", budget, Budget.class, null);
		Degree feasible = fields.oneOf("feasibility", "si es viable", feasibility, Degree.class, null);
		fields.done();
		Decision decision = this.decisions.decide(number, "qualification",
				Map.of("need", needed, "budget", paid, "feasibility", feasible));
		Fit fit = new Fit(needed.name(), paid.name(), feasible.name(), decision.text("verdict"));
		this.repository.save(origin(number), fit);
		this.timeline.add(number, UserId.SYSTEM, "Calificación: " + decision.reason() + ".");
		return fit;
	}

	/** What the table said of need, budget and feasibility. */
	@Transactional(readOnly = true)
	public Optional<Fit> fit(CaseNumber number) {
		return this.repository.fit(origin(number));
	}

	/** What it is worth to them (004-12). */
	public void figures(CaseNumber number, UserId by, TargetFigures figures) {
		this.pursuits.lock(number).requireOpen("anotar sus números");
		this.repository.save(origin(number), figures);
		this.timeline.add(number, by, "En sus números: " + figures.told());
	}

	@Transactional(readOnly = true)
	public Optional<TargetFigures> figures(CaseNumber number) {
		return this.repository.figures(origin(number));
	}

	private CaseNumber origin(CaseNumber number) {
		return this.pursuits.find(number).map(Pursuit::cameFrom).orElse(number);
	}

	/** How far something is so. */
	private enum Degree {

		YES, PARTLY, NO

	}

	/** Whether there is money for it. */
	private enum Budget {

		YES, PLANNED, NO

	}

	/**
	 * With whom to speak.
	 *
	 * @param title their position
	 * @param reason why
	 */
	public record Level(String title, String reason) {
	}

}
