package dev.escala.pursuit.stage;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import dev.escala.matter.Matters;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.Standing;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.loss.Losses;
import dev.escala.pursuit.persistence.PursuitRepository;
import dev.escala.pursuit.persistence.StagePassed;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way from stage to stage: whichever door somebody comes by, the tables say
 * whether it is allowed and what it owes (002-18, 002-20).
 */
@Service
@Transactional
public class StageMoves {

	private final PursuitRepository repository;

	private final Pursuits pursuits;

	private final StageTransitions transitions;

	private final StageDuties duties;

	private final Losses losses;

	private final Matters matters;

	private final Timeline timeline;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	StageMoves(PursuitRepository repository, Pursuits pursuits, StageTransitions transitions, StageDuties duties,
			Losses losses, Matters matters, Timeline timeline, ApplicationEventPublisher events, Clock clock) {
		this.repository = repository;
		this.pursuits = pursuits;
		this.transitions = transitions;
		this.duties = duties;
		this.losses = losses;
		this.matters = matters;
		this.timeline = timeline;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Goes on to another stage, or stays in the same.
	 * @return the code of the stage reached, which the gateway of the model reads
	 * @throws dev.escala.validation.InvalidInputException naming what is missing, or the
	 * stages that may follow
	 */
	public String move(CaseNumber number, UserId by, StageMove said) {
		Pursuit pursuit = this.pursuits.lock(number);
		pursuit.requireOpen("cambiar de etapa");
		if (pursuit.standing().kind() == StageKind.WAITING) {
			throw new ConflictException(number + " espera la fecha acordada: retome antes el contacto.");
		}
		Transition way = this.transitions.to(pursuit, said.nextStage());
		StageDuties.Kept kept = this.duties.keep(pursuit, by, way, said);
		this.repository.deal(number, kept.deal());
		List<String> told = new ArrayList<>(kept.told());
		if (kept.loss() != null) {
			told.add("Se aprende: " + kept.loss().lesson());
		}
		reach(pursuit, by, way.to(), kept.plan(), told);
		if (kept.loss() != null) {
			this.losses.add(pursuit, by, kept.loss());
		}
		if (way.to().kind().isFinal()) {
			this.matters.end(number, way.to().name() + ".");
		}
		this.events.publishEvent(new StageReached(this.pursuits.get(number), by, kept.request()));
		return way.to().code();
	}

	/**
	 * The agreed date has come, or they called before: it goes on in the stage in which
	 * it was, as far as the table still allows that (002-07). Doing it again changes
	 * nothing.
	 * @return the code of the stage in which it is now
	 */
	public String resume(CaseNumber number) {
		Pursuit pursuit = this.pursuits.lock(number);
		if (pursuit.standing().kind() != StageKind.WAITING) {
			return pursuit.standing().stage();
		}
		List<Stage> open = this.transitions.from(pursuit)
			.stream()
			.map(Transition::to)
			.filter((stage) -> stage.kind() == StageKind.ACTIVE)
			.toList();
		Stage next = open.stream()
			.filter((stage) -> stage.code().equals(pursuit.plan().resumeStage()))
			.findFirst()
			.or(() -> open.stream().findFirst())
			.orElseThrow(() -> new ConflictException(
					"La tabla no dice en qué etapa se sigue después de «" + pursuit.standing().name() + "»."));
		reach(pursuit, UserId.SYSTEM, next, new Pursuit.Plan(null, null, null, pursuit.plan().deferrals()),
				List.of("Se retoma el contacto"));
		this.events.publishEvent(new StageReached(this.pursuits.get(number), UserId.SYSTEM, null));
		return next.code();
	}

	/** Refuses what does not wait for an agreed date. */
	@Transactional(readOnly = true)
	public void requireWaiting(CaseNumber number) {
		Pursuit pursuit = this.pursuits.get(number);
		if (pursuit.standing().kind() != StageKind.WAITING) {
			throw new ConflictException(
					"No hay nada que retomar: " + number + " está en «" + pursuit.standing().name() + "».");
		}
	}

	private void reach(Pursuit pursuit, UserId by, Stage to, Pursuit.Plan plan, List<String> told) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		boolean stays = to.code().equals(pursuit.standing().stage());
		this.repository.move(pursuit.number(),
				new Standing(to.code(), to.name(), to.kind(), stays ? pursuit.standing().since() : now), plan);
		String said = told.isEmpty() ? null : String.join("\n", told);
		if (!stays) {
			this.repository.add(new StagePassed(pursuit.number(), pursuit.standing().stage(), to.code(), to.name(),
					to.kind(), by, now, said));
		}
		if (!stays || said != null) {
			this.timeline.add(pursuit.number(), by,
					(stays ? "Sigue en «" : "Pasa a «") + to.name() + "»" + ((said == null) ? "." : ": " + said));
		}
	}

}
