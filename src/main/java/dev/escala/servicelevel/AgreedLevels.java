package dev.escala.servicelevel;

import java.util.stream.Collectors;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import dev.escala.customer.Tier;
import dev.escala.database.Row;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.validation.InvalidInputException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The service levels that a case has: those of the table {@code serviceLevels} on the day
 * it began, and those of the day on which its severity or tier changed.
 */
@Component
class AgreedLevels {

	private final Decisions decisions;

	private final JdbcClient jdbc;

	AgreedLevels(Decisions decisions, JdbcClient jdbc) {
		this.decisions = decisions;
		this.jdbc = jdbc;
	}

	/**
	 * Decides the service levels of all clocks, unless they are decided for this severity
	 * and tier.
	 * @return what changed, one Spanish sentence; empty where nothing was decided anew
	 * @throws UnmeasurableException where the table gives no service level
	 */
	Optional<String> decide(Subject subject) {
		Optional<Basis> before = basis(subject.caseNumber());
		if (before.isPresent() && before.get().severity() == subject.severity()
				&& before.get().tier() == subject.tier()) {
			return Optional.empty();
		}
		for (ServiceClock clock : ServiceClock.values()) {
			save(subject, look(subject.caseNumber(), clock, subject.severity(), subject.tier()));
		}
		return Optional.of(before.map((basis) -> basis.changeTo(subject)).orElse(""));
	}

	/**
	 * What the table says now.
	 * @param recordFor the case on whose record the decision is written, or {@code null}
	 */
	AgreedLevel look(String recordFor, ServiceClock clock, Severity severity, Tier tier) {
		String whose = "«" + clock.label() + "», gravedad " + severity.label().toLowerCase() + ", cliente "
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
		Target target = new Target(decision.text("duration"), Counting.valueOf(decision.text("counting")),
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
	Map<ServiceClock, AgreedLevel> of(String caseNumber) {
		Map<ServiceClock, AgreedLevel> levels = new EnumMap<>(ServiceClock.class);
		this.jdbc
			.sql("SELECT clock, duration, counting, warn_after, may_pause, reason FROM agreed_level "
					+ "WHERE case_number = ?")
			.param(caseNumber)
			.query(Row.as((row) -> new AgreedLevel(row.constant("clock", ServiceClock.class),
					DeadlineRepository.target(row), row.text("reason"))))
			.list()
			.forEach((level) -> levels.put(level.clock(), level));
		return levels;
	}

	/** The tier for which the service levels of a case were decided. */
	Optional<Tier> tier(String caseNumber) {
		return basis(caseNumber).map(Basis::tier);
	}

	private Optional<Basis> basis(String caseNumber) {
		return this.jdbc.sql("SELECT DISTINCT severity, tier FROM agreed_level WHERE case_number = ? AND clock = ?")
			.params(caseNumber, ServiceClock.RESOLUTION.name())
			.query(Row
				.as((row) -> new Basis(row.constant("severity", Severity.class), row.constant("tier", Tier.class))))
			.optional();
	}

	private void save(Subject subject, AgreedLevel level) {
		Target target = level.target();
		this.jdbc
			.sql("INSERT INTO agreed_level (case_number, clock, severity, tier, duration, counting, warn_after, "
					+ "may_pause, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (case_number, clock) "
					+ "DO UPDATE SET severity = EXCLUDED.severity, tier = EXCLUDED.tier, duration = EXCLUDED.duration, "
					+ "counting = EXCLUDED.counting, warn_after = EXCLUDED.warn_after, "
					+ "may_pause = EXCLUDED.may_pause, reason = EXCLUDED.reason")
			.params(subject.caseNumber(), level.clock().name(), subject.severity().name(), subject.tier().name(),
					target.duration(), target.counting().name(), target.warnAfter(), target.mayPause(), level.reason())
			.update();
	}

	private record Basis(Severity severity, Tier tier) {

		String changeTo(Subject subject) {
			return (this.severity != subject.severity())
					? "La gravedad pasó de " + this.severity.label().toLowerCase() + " a "
							+ subject.severity().label().toLowerCase() + "."
					: "El nivel del cliente pasó de " + this.tier.label() + " a " + subject.tier().label() + ".";
		}

	}

}
