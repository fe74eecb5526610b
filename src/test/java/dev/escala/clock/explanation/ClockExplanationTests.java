package dev.escala.clock.explanation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import dev.escala.calendar.OwnDay;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.WeekHours;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.AgreedLevel;
import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineChange;
import dev.escala.clock.Pause;
import dev.escala.clock.Pause.Reason;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.DayRule;
import dev.escala.clock.count.Target;
import dev.escala.clock.explanation.ExplainedDay.Kind;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A clock explains")
class ClockExplanationTests {

	private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

	private static final WorkingCalendar OFFICE = calendar("Europe/Madrid", "es", "09:00-18:00");

	@Test
	@DisplayName("each day that counts, and the weekend between in one line")
	void weekend() {
		Deadline deadline = start("PT4H", Counting.WORKING, "2026-11-20T16:50:23", OFFICE);

		ClockExplanation explanation = explain(deadline, OFFICE, "2026-11-20T17:20");

		assertThat(explanation.sentences()).containsExactly("Empezó el viernes 20 de noviembre a las 16:50.",
				"Regla: Porque sí.", "Cuenta 4 h de horario laborable del calendario «Oficina».",
				"viernes 20: 1 h 10 min (16:50–18:00)", "sábado 21 y domingo 22: no laborables",
				"lunes 23: 2 h 50 min (9:00–11:50)", "Vence el lunes 23 a las 11:50.",
				"Faltan 3 h 30 min de horario laborable.", "Aviso previo al 75 % del plazo: el lunes 23 a las 10:50.");
		assertThat(explanation.days()).extracting(ExplainedDay::skipped)
			.containsExactly(null, "fin de semana", "fin de semana", null);
		assertThat(explanation.days()).extracting(ExplainedDay::minutes).containsExactly(70L, 0L, 0L, 170L);
		assertThat(explanation.days().get(0).counted()).containsExactly(new ExplainedDay.Stretch("16:50", "18:00"));
		assertThat(explanation.status()).isEqualTo(ClockStatus.RUNNING);
		assertThat(explanation.counted()).isEqualTo("PT29M37S");
		assertThat(explanation.remaining()).isEqualTo("PT3H30M23S");
	}

	@Test
	@DisplayName("public holidays and days of the organisation by their names")
	void holidays() {
		WorkingCalendar calendar = calendar("Europe/Madrid", "es", "09:00-18:00",
				new OwnDay("2026-12-07", "Puente", List.of()),
				new OwnDay("2026-12-09", "Inventario", List.of("09:00-14:00")));
		Deadline deadline = start("PT10H", Counting.WORKING, "2026-12-04T19:30", calendar);

		ClockExplanation explanation = explain(deadline, calendar, "2026-12-04T19:31");

		assertThat(explanation.sentences()).containsSubsequence("Empezó el viernes 4 de diciembre a las 19:30.",
				"viernes 4: fuera del horario laborable", "sábado 5: no laborable",
				"domingo 6 (Día de la Constitución): festivo", "lunes 7 (Puente): no se trabaja",
				"martes 8 (Inmaculada Concepción): festivo", "miércoles 9 (Inventario): 5 h (9:00–14:00)",
				"jueves 10: 5 h (9:00–14:00)", "Vence el jueves 10 a las 14:00.");
		assertThat(explanation.days()).extracting(ExplainedDay::kind)
			.contains(Kind.OUT_OF_HOURS, Kind.CLOSED, Kind.OWN_DAY, Kind.HOLIDAY, Kind.COUNTS);
	}

	@Test
	@DisplayName("that the holidays of the year into which it runs are not confirmed yet")
	void unconfirmed() {
		String sentence = "Los festivos de 2028 están sin confirmar: la fecha puede cambiar.";
		Deadline later = start("PT4H", Counting.WORKING, "2027-12-31T16:50", OFFICE);
		Deadline known = start("PT4H", Counting.WORKING, "2026-12-29T16:50", OFFICE);
		Deadline elapsed = start("PT96H", Counting.ELAPSED, "2027-12-31T16:50", OFFICE);

		assertThat(explain(later, OFFICE, "2027-12-31T17:00").sentences())
			.containsSubsequence("Vence el lunes 3 de enero de 2028 a las 11:50.", sentence);
		assertThat(explain(known, OFFICE, "2026-12-29T17:00").sentences()).doesNotContain(sentence)
			.noneMatch((line) -> line.contains("sin confirmar"));
		// Day and night count: no holiday moves it.
		assertThat(explain(elapsed, OFFICE, "2027-12-31T17:00").sentences()).doesNotContain(sentence);
		// Over: nothing moves it any more.
		assertThat(ended(later, "2027-12-31T17:00", null, null)).doesNotContain(sentence);
	}

	@Test
	@DisplayName("that a pause stopped it, and for how long it still stands still")
	void pauses() {
		Deadline deadline = start("PT10H", Counting.WORKING, "2026-11-24T09:00", OFFICE);
		List<Pause> ledger = List.of(pause("2026-11-24T10:00", "2026-11-25T12:00", Reason.CUSTOMER),
				pause("2026-11-25T16:00", null, Reason.SUPPLIER));
		Deadline paused = deadline.recalculated(OFFICE, ledger);

		ClockExplanation explanation = ClockExplanation.of(paused, OFFICE, ledger, List.of(), at("2026-11-27T09:00"),
				MADRID, (user) -> user.value());

		assertThat(explanation.status()).isEqualTo(ClockStatus.PAUSED);
		assertThat(explanation.sentences().subList(3, explanation.sentences().size())).containsExactly(
				"martes 24: 1 h (9:00–10:00)",
				"En pausa del martes 24 a las 10:00 al miércoles 25 a las 12:00 (Espera al cliente).",
				"miércoles 25: 4 h (12:00–16:00)",
				"En pausa desde el miércoles 25 a las 16:00 (Espera a un proveedor).",
				"Está en pausa: faltan 5 h de horario laborable y no vence mientras dure. "
						+ "Sin esta pausa vencería el jueves 26 a las 12:00.");
		assertThat(explanation.days().get(2).skipped()).isEqualTo("pausa: Espera a un proveedor");
		assertThat(explanation.counted()).isEqualTo("PT5H");
		assertThat(explanation.remaining()).isEqualTo("PT5H");
	}

	@Test
	@DisplayName("a weekend within a pause by the pause alone")
	void weekendWithinPause() {
		Deadline deadline = start("PT4H", Counting.WORKING, "2026-11-20T16:50", OFFICE);
		List<Pause> ledger = List.of(pause("2026-11-20T17:00", "2026-11-23T09:30", Reason.EVIDENCE));
		Deadline moved = deadline.recalculated(OFFICE, ledger);

		assertThat(explain(moved, OFFICE, ledger, "2026-11-23T10:00").sentences().subList(3, 7)).containsExactly(
				"viernes 20: 10 min (16:50–17:00)",
				"En pausa del viernes 20 a las 17:00 al lunes 23 a las 9:30 (Espera pruebas o datos).",
				"lunes 23: 3 h 50 min (9:30–13:20)", "Vence el lunes 23 a las 13:20.");
	}

	@Test
	@DisplayName("that it goes on during pauses where it may not stop")
	void ignoresPauses() {
		Deadline deadline = Deadline.start(new CaseNumber("ESC-1"),
				new AgreedLevel(ServiceClock.ANSWER, new Target("PT5H", Counting.ELAPSED, 75, false), "Porque sí"), 1,
				at("2026-11-24T09:00"), OFFICE, List.of());
		List<Pause> ledger = List.of(pause("2026-11-24T10:00", "2026-11-24T12:00", Reason.CUSTOMER));

		assertThat(explain(deadline, OFFICE, ledger, "2026-11-24T09:30").sentences()).containsSubsequence(
				"Cuenta 5 h sin interrupción: también de noche y en días libres.", "martes 24: 5 h (9:00–14:00)",
				"Las pausas del caso no detienen este reloj.", "Vence el martes 24 a las 14:00.");
	}

	@Test
	@DisplayName("both nights on which the clocks change")
	void changeOfTheClocks() {
		Deadline autumn = start("PT30H", Counting.ELAPSED, "2026-10-24T22:00", OFFICE);

		assertThat(explain(autumn, OFFICE, "2026-10-24T22:01").sentences()).containsSubsequence(
				"sábado 24: 2 h (22:00–24:00)", "domingo 25: 25 h (día de cambio de hora)", "lunes 26: 3 h (0:00–3:00)",
				"Vence el lunes 26 a las 3:00.");

		WorkingCalendar night = calendar("Europe/Madrid", null, "00:00-06:00");
		Deadline spring = start("PT6H", Counting.WORKING, "2026-03-29T00:00", night);

		assertThat(explain(spring, night, "2026-03-29T00:01").sentences()).containsSubsequence(
				"domingo 29: 5 h (0:00–6:00, con cambio de hora)", "lunes 30: 1 h (0:00–1:00)",
				"Vence el lunes 30 a la 1:00.");
	}

	@Test
	@DisplayName("working days, of which that of the start does not count")
	void workingDays() {
		Deadline deadline = start("P7D", Counting.WORKING_DAYS, "2026-11-27T12:00", OFFICE);
		List<Pause> ledger = List.of(pause("2026-12-02T15:00", "2026-12-03T10:00", Reason.EVIDENCE));
		Deadline moved = deadline.recalculated(OFFICE, ledger);

		ClockExplanation explanation = explain(moved, OFFICE, ledger, "2026-12-04T09:00");

		assertThat(explanation.sentences()).containsSubsequence(
				"Cuenta 7 días laborables del calendario «Oficina»: el día en que empieza no cuenta, y el último acaba al "
						+ "cerrar. De un día con pausas cuenta la parte que no estuvo en pausa.",
				"viernes 27: el día en que empieza no cuenta", "sábado 28 y domingo 29: no laborables",
				"lunes 30 y martes 1 de diciembre: 2 días laborables", "miércoles 2 de diciembre: 6 h de sus 9 h",
				"En pausa del miércoles 2 de diciembre a las 15:00 al jueves 3 de diciembre a las 10:00 (Espera pruebas o "
						+ "datos).",
				"jueves 3 de diciembre: 8 h de sus 9 h", "viernes 4 de diciembre: 1 día laborable",
				"martes 8 de diciembre (Inmaculada Concepción): festivo", "miércoles 9 de diciembre: 1 día laborable",
				"jueves 10 de diciembre: 4 h de sus 9 h", "Vence el jueves 10 de diciembre a las 13:00.",
				"Faltan 3 días laborables y 4 h.");
		assertThat(explanation.counted()).isEqualTo("P3DT5H");
		assertThat(explanation.remaining()).isEqualTo("P3DT4H");
	}

	@Test
	@DisplayName("working days of a clock that began with the former rule by that rule")
	void formerRule() {
		Deadline begun = start("P2D", Counting.WORKING_DAYS, "2026-11-30T12:00", OFFICE);
		List<Pause> ledger = List.of(pause("2026-12-01T15:00", "2026-12-02T10:00", Reason.EVIDENCE));
		Deadline former = new Deadline(begun.id(), begun.caseNumber(), begun.clock(), 1, begun.level(),
				DayRule.CLOSINGS, begun.calendarCode(), begun.startedAt(), null, null, begun.state(), begun.warnAt(),
				begun.dueAt(), null)
			.recalculated(OFFICE, ledger);

		ClockExplanation explanation = explain(former, OFFICE, ledger, "2026-12-02T11:00");

		assertThat(explanation.sentences()).containsSubsequence(
				"Cuenta 2 días laborables del calendario «Oficina»: el día en que empieza no cuenta, y los demás cuentan "
						+ "al cerrar.",
				"martes 1 de diciembre: no cuenta, en pausa al cierre",
				"miércoles 2 de diciembre y jueves 3 de diciembre: 2 días laborables",
				"Vence el jueves 3 de diciembre a las 18:00.", "Faltan 2 días laborables.");
		assertThat(explanation.counted()).isEqualTo("P0D");
	}

	@Test
	@DisplayName("the other ways of counting days, each by its first and last day")
	void otherDays() {
		assertThat(told("P2D", Counting.WORKING_DAYS_WITH_START)).containsSubsequence(
				"Cuenta 2 días laborables del calendario «Oficina»: el día en que empieza ya cuenta, y el último acaba "
						+ "al cerrar.",
				"viernes 20: 1 día laborable", "sábado 21 y domingo 22: no laborables", "lunes 23: 1 día laborable",
				"Vence el lunes 23 a las 18:00.");
		assertThat(told("P1D", Counting.WORKING_DAYS_SAME_HOUR)).containsSubsequence(
				"Cuenta 1 día laborable del calendario «Oficina», hasta la misma hora a la que empezó.",
				"viernes 20: 1 h 10 min (16:50–18:00)", "lunes 23: 7 h 50 min (9:00–16:50)",
				"Vence el lunes 23 a las 16:50.");
		assertThat(told("P3D", Counting.CALENDAR_DAYS)).containsSubsequence(
				"Cuenta 3 días naturales, también los libres: el día en que empieza no cuenta, y el último acaba a "
						+ "medianoche.",
				"viernes 20: el día en que empieza no cuenta", "del sábado 21 al lunes 23: 3 días naturales",
				"Vence al terminar el lunes 23.", "Faltan 3 días naturales.");
		assertThat(told("P1M", Counting.MONTHS)).containsSubsequence(
				"Cuenta 1 mes de fecha a fecha, también los días libres; el último día acaba a medianoche.",
				"del sábado 21 al domingo 20 de diciembre: 30 días naturales",
				"Vence al terminar el domingo 20 de diciembre.");
	}

	private static List<String> told(String duration, Counting counting) {
		return explain(start(duration, counting, "2026-11-20T16:50", OFFICE), OFFICE, "2026-11-20T16:51").sentences();
	}

	@Test
	@DisplayName("a date set by hand, and who moved it how and why")
	void setByHand() {
		Deadline deadline = start("PT4H", Counting.WORKING, "2026-11-20T16:50", OFFICE);
		Deadline fixed = deadline.fixed(at("2026-11-23T09:30"), at("2026-11-24T12:00")).recalculated(OFFICE, List.of());
		DeadlineChange change = new DeadlineChange(at("2026-11-23T09:30"), new UserId("ana"), deadline.dueAt(),
				fixed.dueAt(), "Fecha fijada a mano.");

		ClockExplanation explanation = ClockExplanation.of(fixed, OFFICE, List.of(), List.of(change),
				at("2026-11-23T12:00"), MADRID, (user) -> "Ana Ruiz");

		assertThat(explanation.sentences()).containsSubsequence(
				"El lunes 23 a las 9:30 se fijó la fecha a mano: el martes 24 a las 12:00.",
				"Vence el martes 24 a las 12:00.",
				"Cambió el lunes 23 a las 9:30: del lunes 23 a las 11:50 al martes 24 a las 12:00. Fecha fijada a mano. "
						+ "(Ana Ruiz)");
		assertThat(explanation.sentences()).noneMatch((line) -> line.startsWith("lunes 23:"));
	}

	@Test
	@DisplayName("how it ended: in time, late, missed, or with its case")
	void endings() {
		Deadline deadline = start("PT4H", Counting.WORKING, "2026-11-20T16:50", OFFICE);

		assertThat(ended(deadline, "2026-11-20T17:00", null, null))
			.endsWith("Vencía el lunes 23 a las 11:50 y se cumplió a tiempo, el viernes 20 a las 17:00.");
		assertThat(ended(deadline, "2026-11-23T12:00", "2026-11-23T11:51", null))
			.endsWith("Venció el lunes 23 a las 11:50 y se cumplió después, el lunes 23 a las 12:00.");
		assertThat(ended(deadline, null, "2026-11-23T11:51", null))
			.endsWith("Venció el lunes 23 a las 11:50 sin cumplirse.");
		assertThat(ended(deadline, null, null, "2026-11-23T09:10"))
			.endsWith("Habría vencido el lunes 23 a las 11:50, pero el caso terminó el lunes 23 a las 9:10.");
	}

	@Test
	@DisplayName("that the calendar has changed since, instead of days that do not add up")
	void changedCalendar() {
		Deadline deadline = start("PT4H", Counting.WORKING, "2026-11-20T16:50", OFFICE);
		WorkingCalendar shorter = calendar("Europe/Madrid", "es", "09:00-17:00");

		assertThat(explain(deadline, shorter, "2026-11-20T17:00").sentences())
			.contains("El calendario ha cambiado y la fecha todavía no se ha vuelto a calcular.");
		assertThat(explain(deadline, OFFICE, "2026-11-20T17:00").sentences())
			.noneMatch((line) -> line.startsWith("El calendario ha cambiado"));
	}

	@Test
	@DisplayName("the organisation's time beside that of a calendar elsewhere")
	void elsewhere() {
		WorkingCalendar bogota = calendar("America/Bogota", "co", "08:00-17:00");
		Deadline deadline = start("PT2H", Counting.WORKING, "2026-11-20T15:00", bogota);

		assertThat(explain(deadline, bogota, "2026-11-20T15:01").sentences()).containsSubsequence(
				"Vence el viernes 20 a las 11:00.",
				"Las horas son las de America/Bogota, la zona del calendario. En la hora de la organización, la fecha es "
						+ "el viernes 20 de noviembre a las 17:00.");
	}

	@Test
	@DisplayName("half a year in at most forty lines that still add up")
	void longClocks() {
		Deadline deadline = start("PT1100H", Counting.WORKING, "2026-11-20T16:50", OFFICE);

		ClockExplanation explanation = explain(deadline, OFFICE, "2026-11-20T17:00");

		assertThat(explanation.sentences()).hasSizeLessThanOrEqualTo(40)
			.anyMatch((line) -> line.startsWith("… ") && line.contains("Año Nuevo"));
		assertThat(explanation.days().stream().mapToLong(ExplainedDay::minutes).sum())
			.isEqualTo(Duration.ofHours(1100).toMinutes());
	}

	private static List<String> ended(Deadline deadline, String met, String breached, String stopped) {
		Deadline ended = new Deadline(7, deadline.caseNumber(), deadline.clock(), 1, deadline.level(), deadline.rule(),
				deadline.calendarCode(), deadline.startedAt(), null, null,
				new Deadline.State(null, null, (met == null) ? null : at(met), (breached == null) ? null : at(breached),
						(stopped == null) ? null : at(stopped)),
				deadline.warnAt(), deadline.dueAt(), null);
		return explain(ended, OFFICE, "2026-12-01T09:00").sentences();
	}

	private static ClockExplanation explain(Deadline deadline, WorkingCalendar calendar, String now) {
		return explain(deadline, calendar, List.of(), now);
	}

	private static ClockExplanation explain(Deadline deadline, WorkingCalendar calendar, List<Pause> ledger,
			String now) {
		return ClockExplanation.of(deadline, calendar, ledger, List.of(), at(now), MADRID, (user) -> user.value());
	}

	private static Deadline start(String duration, Counting counting, String startedAt, WorkingCalendar calendar) {
		return Deadline.start(new CaseNumber("ESC-1"),
				new AgreedLevel(ServiceClock.RESOLUTION, new Target(duration, counting, 75, true), "Porque sí"), 1,
				at(startedAt), calendar, List.of());
	}

	private static Pause pause(String from, String to, Reason reason) {
		return new Pause(reason, "Los registros", at(from), new UserId("ana"), (to == null) ? null : at(to), null);
	}

	private static Instant at(String time) {
		return LocalDateTime.parse(time).atZone(MADRID).toInstant();
	}

	private static WorkingCalendar calendar(String zone, String country, String hours, OwnDay... days) {
		List<String> open = List.of(hours);
		List<String> weekend = hours.startsWith("00:00") ? open : List.of();
		return new SaveCalendar("oficina", "Oficina", zone,
				new WeekHours(open, open, open, open, open, weekend, weekend), country, null, List.of(days))
			.calendar();
	}

}
