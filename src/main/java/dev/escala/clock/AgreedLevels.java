package dev.escala.clock;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.customer.Tier;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.text.Sentences;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * The service levels that a case has: those of the table {@code serviceLevels} on the day
 * it began, and those of the day on which its severity or tier changed.
 */
@Component
class AgreedLevels {

	private final Decisions decisions;

	private final AgreedLevelRepository repository;

	AgreedLevels(Decisions decisions, AgreedLevelRepository repository) {
		this.decisions = decisions;
		this.repository = repository;
	}

	/**
	 * Decides the service levels of all clocks, unless they are decided for this severity
	 * and tier.
	 * @return what changed, one Spanish sentence; empty where nothing was decided anew
	 * @throws UnmeasurableException where the table gives no service level
	 */
	Optional<String> decide(Subject subject) {
		Optional<Basis> before = this.repository.basis(subject.caseNumber());
		if (before.isPresent() && before.get().severity() == subject.severity()
				&& before.get().tier() == subject.tier()) {
			return Optional.empty();
		}
		for (ServiceClock clock : ServiceClock.values()) {
			this.repository.save(subject, look(subject.caseNumber(), clock, subject.severity(), subject.tier()));
		}
		return Optional.of(before.map((basis) -> basis.changeTo(subject)).orElse(""));
	}

	/**
	 * What the table says now.
	 * @param recordFor the case on whose record the decision is written, or {@code null}
	 */
	AgreedLevel look(CaseNumber recordFor, ServiceClock clock, Severity severity, Tier tier) {
		String whose = "«" + clock.label() + "», gravedad " + Sentences.within(severity.label()) + ", cliente "
				+ tier.label();
		Decision decision;
		try {
			decision = this.decisions.decide(recordFor, "serviceLevels",
					Map.of("clock", clock, "severity", severity, "tier", tier));
		}
		catch (IllegalStateException ex) {
			throw new UnmeasurableException(
					"La tabla de niveles de servicio no tiene ninguna regla para " + whose + ".", ex);
		}
		try {
			return new AgreedLevel(clock, target(clock, decision), decision.reason());
		}
		catch (RuntimeException ex) {
			throw new UnmeasurableException("La tabla de niveles de servicio da un plazo imposible para " + whose + ": "
					+ ((ex instanceof InvalidInputException wrong) ? columns(wrong) : decision.matches().toString()),
					ex);
		}
	}

	private static Target target(ServiceClock clock, Decision decision) {
		Target target = new Target(decision.text("duration"), Counting.named(decision.text("counting")).orElse(null),
				decision.number("warnAfter"), decision.flag("mayPause"));
		if (clock == ServiceClock.PAUSE_REVIEW && target.mayPause()) {
			throw new InvalidInputException("mayPause",
					"La revisión de la pausa no puede pararse con ella: nadie preguntaría si hay que seguir esperando.");
		}
		return target;
	}

	/** What is wrong, each with the column of the table. */
	private static String columns(InvalidInputException wrong) {
		return wrong.problems()
			.stream()
			.map((problem) -> problem.field() + ": " + problem.message())
			.collect(Collectors.joining(" "));
	}

	/** The service levels of a case, by clock; empty where none were decided. */
	Map<ServiceClock, AgreedLevel> levels(CaseNumber caseNumber) {
		return this.repository.levels(caseNumber);
	}

	/** The tier for which the service levels of a case were decided. */
	Optional<Tier> tier(CaseNumber caseNumber) {
		return this.repository.basis(caseNumber).map(Basis::tier);
	}

	/** What service levels are decided by. */
	record Basis(Severity severity, Tier tier) {

		String changeTo(Subject subject) {
			return (this.severity != subject.severity())
					? "La gravedad pasó de " + Sentences.within(this.severity.label()) + " a "
							+ Sentences.within(subject.severity().label()) + "."
					: "El nivel del cliente pasó de " + this.tier.label() + " a " + subject.tier().label() + ".";
		}

	}

}
