package dev.escala.clock.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineChange;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.DayRule;
import dev.escala.clock.count.Target;
import dev.escala.reference.UserId;
import dev.escala.text.Durations;
import dev.escala.text.Sentences;

/** Tells in Spanish how a clock came to its date. */
final class ClockStory {

	private static final int CHANGES = 5;

	private final ClockExplanation.Facts facts;

	private final Deadline deadline;

	private final SpanishTime full;

	private final SpanishTime time;

	private final SpanishTime home;

	private final boolean elsewhere;

	private final List<String> sentences = new ArrayList<>();

	/**
	 * Prepares the story.
	 * @param full says times in the calendar's zone
	 * @param home says times in the organisation's zone
	 * @param elsewhere whether these zones are different
	 */
	ClockStory(ClockExplanation.Facts facts, SpanishTime full, SpanishTime home, boolean elsewhere) {
		this.facts = facts;
		this.deadline = facts.deadline();
		this.full = full;
		this.time = full.knowing(this.deadline.startedAt());
		this.home = home;
		this.elsewhere = elsewhere;
	}

	List<String> tell(List<ExplainedDay> days, List<DeadlineChange> changes, Function<UserId, String> names) {
		this.sentences.add("Empezó el " + this.full.at(this.deadline.startedAt()) + "."
				+ ((this.deadline.run() > 1) ? " Es la " + this.deadline.run() + ".ª vez que corre." : ""));
		this.sentences.add("Regla: " + sentence(this.deadline.reason()));
		this.sentences.add(counting());
		tellDays(days);
		if (this.facts.ignoresPauses() && this.deadline.clock() != ServiceClock.PAUSE_REVIEW) {
			this.sentences.add("Las pausas del caso no detienen este reloj.");
		}
		tellDue();
		if (this.elsewhere) {
			this.sentences.add("Las horas son las de " + this.facts.calendar().zone()
					+ ", la zona del calendario. En la hora de la organización, la fecha es el "
					+ this.home.at(this.deadline.dueAt()) + ".");
		}
		tellUnconfirmed();
		tellOutdated();
		tellWarning();
		tellChanges(changes, names);
		return List.copyOf(this.sentences);
	}

	private static String sentence(String text) {
		return text.isEmpty() ? "la fila de la tabla no dice por qué." : text.endsWith(".") ? text : text + ".";
	}

	private String counting() {
		Target target = this.deadline.level().target();
		String calendar = " del calendario «" + this.facts.calendar().name() + "»";
		return switch (target.counting()) {
			case WORKING -> "Cuenta " + target.text() + calendar + ".";
			case WORKING_DAYS -> "Cuenta " + target.amount() + calendar + ": el día en que empieza no cuenta, y "
					+ ((this.deadline.rule() == DayRule.CLOSINGS) ? "los demás cuentan al cerrar."
							: "el último acaba al cerrar." + shares());
			case WORKING_DAYS_WITH_START -> "Cuenta " + target.amount() + calendar
					+ ": el día en que empieza ya cuenta, y el último acaba al cerrar." + shares();
			case WORKING_DAYS_SAME_HOUR ->
				"Cuenta " + target.amount() + calendar + ", hasta la misma hora a la que empezó." + shares();
			case CALENDAR_DAYS -> "Cuenta " + target.amount()
					+ ", también los libres: el día en que empieza no cuenta, y el último acaba a medianoche."
					+ shares();
			case CALENDAR_DAYS_WITH_START -> "Cuenta " + target.amount()
					+ ", también los libres: el día en que empieza ya cuenta, y el último acaba a medianoche."
					+ shares();
			case MONTHS -> "Cuenta " + target.amount()
					+ " de fecha a fecha, también los días libres; el último día acaba a medianoche." + shares();
			case MONTHS_WITH_START -> "Cuenta " + target.amount()
					+ " de fecha a fecha con el día en que empieza, también los días libres; el último acaba a medianoche."
					+ shares();
			case ELAPSED ->
				"Cuenta " + Durations.text(target.time()) + " sin interrupción: también de noche y en días libres.";
		};
	}

	/** Said only where it matters. */
	private String shares() {
		return this.facts.stopping().isEmpty() ? "" : " De un día con pausas cuenta la parte que no estuvo en pausa.";
	}

	/** A day that ends at midnight is not told by the name of the next one. */
	private String due() {
		Counting counting = this.facts.target().counting();
		LocalDate date = this.time.date(this.deadline.dueAt());
		return (!counting.isTime() && !counting.isWorking()
				&& this.time.clock(this.deadline.dueAt(), date).equals("0:00"))
						? "al terminar el " + this.time.day(date.minusDays(1))
						: "el " + this.time.at(this.deadline.dueAt());
	}

	private void tellDays(List<ExplainedDay> days) {
		DayLines lines = new DayLines(this.time, this.facts.target().counting(), this.deadline.rule(),
				this.facts.countdown().days(this.facts.until()), this.facts.stopping());
		Deadline.Fixed fixed = this.deadline.fixed();
		if (this.facts.isOnFreshTerm()) {
			this.sentences.add("Contado así ya habría vencido, pero solo por un cambio ajeno al caso: desde el "
					+ this.time.at(this.deadline.fresh().at()) + " tiene un plazo nuevo, hasta el "
					+ this.time.at(this.deadline.fresh().until()) + ".");
		}
		else if (fixed == null) {
			this.sentences.addAll(lines.lines(days));
			return;
		}
		else {
			this.sentences.add("El " + this.time.at(fixed.at()) + " se fijó la fecha a mano: el "
					+ this.time.at(fixed.until()) + ".");
		}
		// Up to a date that stays where it is every hour counts: its days say nothing.
		this.facts.stopping().forEach((pause) -> this.sentences.add(lines.pause(pause)));
	}

	private void tellDue() {
		String due = due();
		switch (this.facts.status()) {
			case RUNNING -> {
				this.sentences.add("Vence " + due + ".");
				this.sentences.add(Sentences.beginning(left()) + ".");
			}
			case PAUSED -> this.sentences
				.add("Está en pausa: " + left() + " y no vence mientras dure. Sin esta pausa vencería " + due + ".");
			case MET -> this.sentences.add(wasAsPlanned()
					? "El caso seguía sin resolverse " + due + ": tocaba involucrar a más partes, y así se hizo."
					: "Vencía " + due + " y se cumplió a tiempo, el " + this.time.at(this.deadline.metAt()) + ".");
			case MET_LATE -> this.sentences
				.add("Venció " + due + " y se cumplió después, el " + this.time.at(this.deadline.metAt()) + ".");
			case BREACHED -> this.sentences.add("Venció " + due + " sin cumplirse.");
			case STOPPED -> this.sentences.add("Habría vencido " + due + ", pero el caso terminó el "
					+ this.time.at(this.deadline.stoppedAt()) + ".");
			default -> throw new IllegalStateException(this.facts.status().name());
		}
	}

	/**
	 * A clock that is over will not move; one that runs may, once the decree is there.
	 */
	private void tellUnconfirmed() {
		if (this.deadline.fixed() != null || this.facts.isOnFreshTerm() || !this.facts.target().counting().isWorking()
				|| (this.facts.status() != ClockStatus.RUNNING && this.facts.status() != ClockStatus.PAUSED)) {
			return;
		}
		int first = this.deadline.startedAt().atZone(this.facts.calendar().zone()).getYear();
		int last = this.deadline.dueAt().atZone(this.facts.calendar().zone()).getYear();
		IntStream.rangeClosed(first, last)
			.filter(this.facts.calendar()::isUnconfirmed)
			.forEach((year) -> this.sentences
				.add("Los festivos de " + year + " están sin confirmar: la fecha puede cambiar."));
	}

	/** Nobody has to be quicker than this clock: at its date the process acts. */
	private boolean wasAsPlanned() {
		return this.deadline.clock() == ServiceClock.INVOLVE_PARTIES
				&& this.deadline.metAt().equals(this.deadline.dueAt());
	}

	private String left() {
		String text = this.facts.remainingText();
		return (!text.contains(" y ") && text.matches("(1 (día|h|min)|menos)\\b(?! \\d).*") ? "falta " : "faltan ")
				+ text;
	}

	private void tellOutdated() {
		if (this.facts.isOutdated()) {
			this.sentences.add(this.deadline.isMovable()
					? "El calendario ha cambiado y la fecha todavía no se ha vuelto a calcular."
					: "El calendario ha cambiado desde entonces: los días se cuentan con el de hoy, y la fecha se "
							+ "queda como estaba.");
		}
	}

	private void tellWarning() {
		Target target = this.deadline.level().target();
		if (this.deadline.state().warnedAt() != null) {
			this.sentences.add("Se avisó antes, el " + this.time.at(this.deadline.state().warnedAt()) + ".");
		}
		else if (this.facts.status() == ClockStatus.RUNNING && this.deadline.warnAt().isAfter(this.facts.now())) {
			this.sentences.add("Aviso previo al " + target.warnAfter() + " % del plazo: el "
					+ this.time.at(this.deadline.warnAt()) + ".");
		}
	}

	private void tellChanges(List<DeadlineChange> changes, Function<UserId, String> names) {
		int untold = Math.max(0, changes.size() - CHANGES);
		if (untold > 0) {
			this.sentences.add((untold == 1) ? "Hubo un cambio anterior." : "Hubo " + untold + " cambios anteriores.");
		}
		changes.subList(untold, changes.size())
			.forEach((change) -> this.sentences.add("Cambió el " + this.time.at(change.changedAt()) + ": del "
					+ this.time.at(change.dueBefore()) + " al " + this.time.at(change.dueAfter()) + ". "
					+ sentence(change.reason()) + " (" + names.apply(change.actor()) + ")"));
	}

}
