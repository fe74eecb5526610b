package dev.escala.complaint.regime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.escala.clock.count.CountedDay;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.text.Dates;

/**
 * Why a term ends when it does, in Spanish, for whoever has to keep it or to prove it.
 *
 * @param deadline the term with its end
 * @param when when it ends, in words
 * @param because the reasons, a sentence each
 */
public record DeadlineStory(LegalDeadline deadline, String when, List<String> because) {

	private static final Locale SPANISH = Dates.SPANISH;

	public DeadlineStory {
		because = List.copyOf(because);
	}

	/** Tells it. */
	public static DeadlineStory of(LegalDeadline deadline, Course course) {
		List<String> lines = new ArrayList<>();
		LegalTerm term = deadline.term();
		lines.add(term.applies() + ".");
		lines.add(term.norm() + ": " + lowered(term.says()) + ".");
		start(deadline, course, lines);
		if (deadline.dueAt() != null) {
			counted(deadline, lines);
		}
		if (term.unit() == TermUnit.UNSTATED_DAYS) {
			lines
				.add("La norma dice «días» sin más: la organización los lee como " + deadline.counting().label() + ".");
		}
		if (deadline.extendedTo() != null) {
			lines.add("Con una respuesta provisional motivada puede llegar hasta el "
					+ day(deadline.extendedTo().minusNanos(1).atZone(deadline.calendar().zone()).toLocalDate()) + ".");
		}
		doubts(deadline, course, lines);
		lines.add("Si vence sin respuesta, " + term.atExpiry().label() + ".");
		return new DeadlineStory(deadline, when(deadline), lines);
	}

	private static String when(LegalDeadline deadline) {
		if (deadline.dueAt() != null) {
			return deadline.counting().isTime() ? moment(deadline.dueAt().atZone(deadline.calendar().zone()))
					: day(deadline.lastDate()) + ", hasta el final del día";
		}
		return (deadline.term().startsAt() == TermStart.DECISION) ? "empieza con la fecha de la decisión"
				: "espera a que el cliente complete la reclamación";
	}

	private static void start(LegalDeadline deadline, Course course, List<String> lines) {
		String zone = deadline.calendar().zone().getId();
		lines.add("Se presentó el " + moment(course.presentedAt().atZone(deadline.calendar().zone())) + " (" + zone
				+ ").");
		for (Cure cure : course.cures()) {
			LocalDate asked = cure.requestedAt().atZone(deadline.calendar().zone()).toLocalDate();
			String came = cure.isOpen() ? "y aún falta"
					: "y se completó el " + day(cure.completedAt().atZone(deadline.calendar().zone()).toLocalDate());
			lines.add("El " + day(asked) + " se pidió al cliente lo que faltaba, " + came + ": "
					+ effect(deadline.term().cureEffect()) + ".");
		}
	}

	private static String effect(CureEffect effect) {
		return switch (effect) {
			case RESTART -> "el plazo empieza de nuevo cuando está completa";
			case INTERRUPT -> "los días de en medio no cuentan";
			case NONE -> "este plazo sigue corriendo";
		};
	}

	private static void counted(LegalDeadline deadline, List<String> lines) {
		Counting counting = deadline.counting();
		String length = new Target(deadline.term().within(), counting, 50, false).text();
		if (counting.isTime()) {
			lines.add("Son " + length + ", de día y de noche.");
			return;
		}
		String starts = "el " + day(deadline.startedAt().atZone(deadline.calendar().zone()).toLocalDate());
		lines.add(
				"Son " + length + ": " + starts + " no cuenta y el último día es el " + day(deadline.lastDate()) + ".");
		if (counting.isWorking()) {
			String off = deadline.days()
				.stream()
				.filter(DeadlineStory::isHoliday)
				.map(DeadlineStory::off)
				.collect(Collectors.joining("; "));
			lines.add(deadline.calendar().name() + ": " + (off.isEmpty() ? "no hay ningún festivo en medio."
					: "no cuentan sábados, domingos ni " + off + "."));
		}
		else {
			lines.add("Cuentan también sábados, domingos y festivos, y si el último lo es, no se mueve.");
		}
	}

	private static boolean isHoliday(CountedDay day) {
		return day.note() != null && day.date().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
				&& day.counted().isEmpty();
	}

	private static String off(CountedDay day) {
		return "el " + Dates.weekday(day.date(), SPANISH) + " (" + day.note() + ")";
	}

	private static void doubts(LegalDeadline deadline, Course course, List<String> lines) {
		LegalTerm term = deadline.term();
		LocalDate presented = course.presentedAt().atZone(deadline.calendar().zone()).toLocalDate();
		if (presented.isBefore(term.enforceableFrom())) {
			lines.add("Es exigible desde el " + Dates.full(term.enforceableFrom(), SPANISH)
					+ "; hasta entonces se cumple por prudencia.");
		}
		if (term.certainty().isDoubtful()) {
			lines.add("La norma está " + term.certainty().label() + ": confírmela con su asesoría antes de fiarse.");
		}
		if (deadline.isUnconfirmed()) {
			lines.add("Los festivos de " + deadline.lastDate().getYear()
					+ " están sin confirmar: un decreto puede mover esta fecha.");
		}
	}

	private static String moment(ZonedDateTime at) {
		return day(at.toLocalDate()) + ", a las " + Dates.clock(at);
	}

	/** A date in full, for example {@code viernes 4 de diciembre de 2026}. */
	public static String day(LocalDate date) {
		return Dates.weekday(date, SPANISH) + " de " + date.getYear();
	}

	private static String lowered(String sentence) {
		return sentence.substring(0, 1).toLowerCase(SPANISH) + sentence.substring(1);
	}

}
