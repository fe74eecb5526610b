package dev.escala.clock.count;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import dev.escala.clock.AgreedLevel;
import dev.escala.clock.Deadline;
import dev.escala.clock.Pause;
import dev.escala.clock.ServiceClock;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Deadlines computed by hand, for a process owner to check with a calendar of paper. The
 * places are those of {@link OraclePlaces}; November 20, 2026 is a Friday.
 */
@DisplayName("Plazos calculados a mano")
class CountdownExamplesTests {

	@ParameterizedTest(name = "{0}")
	@DisplayName("Horario laborable, días laborables y horas seguidas")
	@CsvSource(delimiter = '|',
			textBlock = """
					viernes 16:50, 30 min de 9 a 17 → lunes 9:20           | madrid | 2026-11-20T16:50 | WORKING PT30M   | 2026-11-23T09:20
					viernes 16:50, 10 min → viernes 17:00, y no el lunes   | madrid | 2026-11-20T16:50 | WORKING PT10M   | 2026-11-20T17:00
					sábado 12:00, 1 h → lunes 10:00                        | madrid | 2026-11-21T12:00 | WORKING PT1H    | 2026-11-23T10:00
					martes 8:00, antes de abrir, 2 h → martes 11:00        | madrid | 2026-11-17T08:00 | WORKING PT2H    | 2026-11-17T11:00
					lunes 9:00, 8 h → lunes 17:00                          | madrid | 2026-11-23T09:00 | WORKING PT8H    | 2026-11-23T17:00
					lunes 9:00, 8 h 1 min → martes 9:01                    | madrid | 2026-11-23T09:00 | WORKING PT8H1M  | 2026-11-24T09:01
					viernes 16:50, 1 h seguida → viernes 17:50             | madrid | 2026-11-20T16:50 | ELAPSED PT1H    | 2026-11-20T17:50
					viernes 16:50, 24 h seguidas → sábado 16:50            | madrid | 2026-11-20T16:50 | ELAPSED PT24H   | 2026-11-21T16:50
					viernes 16:50, 1 día laborable → lunes 17:00           | madrid | 2026-11-20T16:50 | WORKING_DAYS P1D | 2026-11-23T17:00
					viernes 8:00, 2 días laborables → martes 17:00         | madrid | 2026-11-20T08:00 | WORKING_DAYS P2D | 2026-11-24T17:00
					sábado 12:00, 1 día laborable → lunes 17:00            | madrid | 2026-11-21T12:00 | WORKING_DAYS P1D | 2026-11-23T17:00
					lunes 13:30, 1 h de 9 a 14 y de 16 a 19 → lunes 16:30  | madrid-partida | 2024-11-18T13:30 | WORKING PT1H | 2024-11-18T16:30
					""")
	void onOrdinaryDays(String example, String place, String start, String target, String due) {
		assertThat(countdown(place, start, target, null).dueAt()).as(example).contains(instant(due, place));
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("Festivos, medios días, fin de año y años bisiestos")
	@CsvSource(delimiter = '|',
			textBlock = """
					Madrid, puente de diciembre: viernes 4 a las 16:00, 2 h → miércoles 9 a las 10:00        | madrid         | 2026-12-04T16:00 | WORKING PT2H     | 2026-12-09T10:00
					Madrid, puente de diciembre: viernes 4, 2 días laborables → jueves 10 a las 17:00        | madrid         | 2026-12-04T10:00 | WORKING_DAYS P2D | 2026-12-10T17:00
					Canarias trabaja el lunes 7: viernes 4 a las 18:00, 2 h → lunes 7 a las 10:00            | canarias       | 2026-12-04T18:00 | WORKING PT2H     | 2026-12-07T10:00
					Nochebuena hasta las 14: jueves 24 a las 13:30, 1 h → lunes 28 a las 9:30                | madrid         | 2026-12-24T13:30 | WORKING PT1H     | 2026-12-28T09:30
					fin de año hasta las 14: jueves 31 a las 13:00, 3 h → lunes 4 de enero a las 11:00       | madrid         | 2026-12-31T13:00 | WORKING PT3H     | 2027-01-04T11:00
					miércoles 28 de febrero de 2024 a las 18:00, 2 h → jueves 29 a las 10:00                 | madrid-partida | 2024-02-28T18:00 | WORKING PT2H     | 2024-02-29T10:00
					28 de febrero de 2026, 24 h seguidas → 1 de marzo                                        | madrid         | 2026-02-28T11:00 | ELAPSED PT24H    | 2026-03-01T11:00
					28 de febrero de 2028, 24 h seguidas → 29 de febrero                                     | madrid         | 2028-02-28T11:00 | ELAPSED PT24H    | 2028-02-29T11:00
					Nueva York, Acción de Gracias: miércoles 25 a las 17:00, 1 h → viernes 27 a las 9:00     | nueva-york     | 2026-11-25T17:00 | WORKING PT1H     | 2026-11-27T09:00
					Kiritimati cierra el lunes 13: viernes 10 a las 15:30, 1 h → martes 14 a las 8:30        | kiritimati     | 2026-07-10T15:30 | WORKING PT1H     | 2026-07-14T08:30
					""")
	void onSpecialDays(String example, String place, String start, String target, String due) {
		assertThat(countdown(place, start, target, null).dueAt()).as(example).contains(instant(due, place));
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("Las noches en que cambia la hora")
	@CsvSource(delimiter = '|',
			textBlock = """
					marzo, sin la hora de las 2: turno de noche, sábado 23:00, 3 h 30 min → domingo 3:30      | madrid-noche        | 2026-03-28T23:00 | WORKING PT3H30M | 2026-03-29T03:30
					octubre, la primera vez que son las 2:30: sábado 23:00, 3 h 30 min                        | madrid-noche        | 2026-10-24T23:00 | WORKING PT3H30M | 2026-10-25T02:30+02:00
					octubre, la segunda vez que son las 2:30: sábado 23:00, 4 h 30 min                        | madrid-noche        | 2026-10-24T23:00 | WORKING PT4H30M | 2026-10-25T02:30+01:00
					octubre, la hora de las 2 se trabaja dos veces: sábado 23:00, 5 h → domingo 3:00          | madrid-noche        | 2026-10-24T23:00 | WORKING PT5H    | 2026-10-25T03:00
					marzo: sábado 20:00, 24 h seguidas → domingo 21:00                                        | madrid              | 2026-03-28T20:00 | ELAPSED PT24H   | 2026-03-29T21:00
					octubre: sábado 20:00, 24 h seguidas → domingo 19:00                                      | madrid              | 2026-10-24T20:00 | ELAPSED PT24H   | 2026-10-25T19:00
					la oficina no lo nota: viernes 16:30, 1 h → lunes 9:30                                    | madrid              | 2026-10-23T16:30 | WORKING PT1H    | 2026-10-26T09:30
					São Paulo 2018, tras las 24:00 es la 1:00: sábado 23:30, 1 h → domingo 1:30               | sao-paulo-noche-2018 | 2018-11-03T23:30 | WORKING PT1H   | 2018-11-04T01:30
					""")
	void onNightsOfChange(String example, String place, String start, String target, String due) {
		assertThat(countdown(place, start, target, null).dueAt()).as(example).contains(instant(due, place));
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("Pausas y reaperturas, de 9 a 17")
	@CsvSource(delimiter = '|', nullValues = "sin fecha",
			textBlock = """
							lunes 10:00, 4 h, espera de 12 a 15 → lunes 17:00                                    | 2026-11-23T10:00 | WORKING PT4H       | CUSTOMER 2026-11-23T12:00 2026-11-23T15:00 | 2026-11-23T17:00
							viernes 15:00, 2 h, espera del viernes 16:00 al lunes 11:00 → lunes 12:00            | 2026-11-20T15:00 | WORKING PT2H       | SUPPLIER 2026-11-20T16:00 2026-11-23T11:00 | 2026-11-23T12:00
							lunes 10:00, 4 h que no admiten pausas, espera de 12 a 15 → lunes 14:00              | 2026-11-23T10:00 | WORKING PT4H fijas | CUSTOMER 2026-11-23T12:00 2026-11-23T15:00 | 2026-11-23T14:00
							lunes 10:00, 4 h, esperas de 11 a 13 y de 12 a 14 → lunes 17:00                      | 2026-11-23T10:00 | WORKING PT4H       | CUSTOMER 2026-11-23T11:00 2026-11-23T13:00; EVIDENCE 2026-11-23T12:00 2026-11-23T14:00 | 2026-11-23T17:00
							viernes 4 a las 15:00, 4 h, espera del domingo 6 al miércoles 9 a las 10 → ese día a las 12:00 | 2026-12-04T15:00 | WORKING PT4H | CUSTOMER 2026-12-06T10:00 2026-12-09T10:00 | 2026-12-09T12:00
							lunes 10:00, 4 h, una espera que dura cero minutos → lunes 14:00                     | 2026-11-23T10:00 | WORKING PT4H       | CUSTOMER 2026-11-23T11:00 2026-11-23T11:00 | 2026-11-23T14:00
							lunes 10:00, 4 h, espera abierta desde las 12 → sin fecha                            | 2026-11-23T10:00 | WORKING PT4H       | CUSTOMER 2026-11-23T12:00                  | sin fecha
							lunes 10:00, 4 h, espera abierta desde las 14, cuando ya venció → lunes 14:00        | 2026-11-23T10:00 | WORKING PT4H       | CUSTOMER 2026-11-23T14:00                  | 2026-11-23T14:00
							lunes 10:00, 4 h fijas, resuelto a las 12 y reabierto el martes a las 12 → martes 14:00 | 2026-11-23T10:00 | WORKING PT4H fijas | RESOLVED 2026-11-23T12:00 2026-11-24T12:00 | 2026-11-24T14:00
							viernes 12:00, 1 día laborable, espera del lunes 16:00 al martes 10:00 → martes 11:00 | 2026-11-20T12:00 | WORKING_DAYS P1D   | CUSTOMER 2026-11-23T16:00 2026-11-24T10:00 | 2026-11-24T11:00
							viernes 12:00, 1 día laborable, diez minutos de espera el lunes → martes 9:10        | 2026-11-20T12:00 | WORKING_DAYS P1D   | CUSTOMER 2026-11-23T11:00 2026-11-23T11:10 | 2026-11-24T09:10
							viernes 12:00, 1 día laborable, espera de toda la noche, sin horario laborable → lunes 17:00 | 2026-11-20T12:00 | WORKING_DAYS P1D   | CUSTOMER 2026-11-22T17:00 2026-11-23T09:00 | 2026-11-23T17:00
							viernes 12:00, 3 días laborables, 44 h 35 min de espera desde el lunes a las 9:00 → viernes 17:00 | 2026-11-20T12:00 | WORKING_DAYS P3D | CUSTOMER 2026-11-23T09:00 2026-11-25T05:35 | 2026-11-27T17:00
							martes 22, 2 días laborables, espera de 4 h el miércoles; el jueves 24 cierra a las 14 → lunes 28 a las 13:00 | 2026-12-22T12:00 | WORKING_DAYS P2D | CUSTOMER 2026-12-23T09:00 2026-12-23T13:00 | 2026-12-28T13:00
							martes 22, 1 día laborable, espera de 4 h el miércoles: media jornada del jueves 24, que cierra a las 14 → 11:30 | 2026-12-22T12:00 | WORKING_DAYS P1D | CUSTOMER 2026-12-23T09:00 2026-12-23T13:00 | 2026-12-24T11:30
							lunes 10:00, 1 día laborable a la misma hora, diez minutos de espera → martes 10:10  | 2026-11-23T10:00 | WORKING_DAYS_SAME_HOUR P1D | CUSTOMER 2026-11-23T11:00 2026-11-23T11:10 | 2026-11-24T10:10
							lunes 20:00, 1 día laborable a la misma hora, en espera el martes de 18:00 a 21:00 → 21:00 | 2026-11-23T20:00 | WORKING_DAYS_SAME_HOUR P1D | CUSTOMER 2026-11-24T18:00 2026-11-24T21:00 | 2026-11-24T21:00
							lunes 10:00, 2 días naturales, 6 horas de espera el martes → jueves 6:00             | 2026-11-23T10:00 | CALENDAR_DAYS P2D  | CUSTOMER 2026-11-24T10:00 2026-11-24T16:00 | 2026-11-26T06:00
							lunes 15:00, 1 día laborable con el del inicio, espera desde antes hasta las 16:00 → martes 10:00 | 2026-11-23T15:00 | WORKING_DAYS_WITH_START P1D | CUSTOMER 2026-11-23T10:00 2026-11-23T16:00 | 2026-11-24T10:00
					viernes 12:00, 1 día laborable, espera justo desde el cierre del lunes → lunes 17:00 | 2026-11-20T12:00 | WORKING_DAYS P1D   | CUSTOMER 2026-11-23T17:00 2026-11-24T10:00 | 2026-11-23T17:00
					viernes 12:00, 1 día laborable, espera de siete horas que acaba antes del cierre → martes 16:00 | 2026-11-20T12:00 | WORKING_DAYS P1D   | CUSTOMER 2026-11-23T09:00 2026-11-23T16:00 | 2026-11-24T16:00
							""")
	void withPauses(String example, String start, String target, String pauses, String due) {
		Countdown countdown = countdown("madrid", start, target, pauses);

		assertThat(countdown.dueAt().orElse(null)).as(example).isEqualTo((due == null) ? null : instant(due, "madrid"));
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("El aviso previo, al 75 % del plazo, de 9 a 17")
	@CsvSource(delimiter = '|',
			textBlock = """
					lunes 10:00, 4 h → aviso el lunes a las 13:00                          | 2026-11-23T10:00 | WORKING PT4H     | 2026-11-23T13:00
					viernes 16:00, 2 h → aviso el lunes a las 9:30                         | 2026-11-20T16:00 | WORKING PT2H     | 2026-11-23T09:30
					viernes 16:00, 4 h seguidas → aviso el viernes a las 19:00             | 2026-11-20T16:00 | ELAPSED PT4H     | 2026-11-20T19:00
					viernes 13:00, 1 día laborable: 6 de sus 8 h → aviso el lunes a las 15:00 | 2026-11-20T13:00 | WORKING_DAYS P1D | 2026-11-23T15:00
					viernes 13:00, 2 días laborables: un día y medio → aviso el martes a las 13:00 | 2026-11-20T13:00 | WORKING_DAYS P2D | 2026-11-24T13:00
					lunes 10:00, 2 días naturales: un día y medio → aviso el miércoles a las 12:00 | 2026-11-23T10:00 | CALENDAR_DAYS P2D | 2026-11-25T12:00
					lunes 23:00, 1 día natural con el del inicio: ya pasó → aviso al empezar | 2026-11-23T23:00 | CALENDAR_DAYS_WITH_START P1D | 2026-11-23T23:00
					""")
	void warns(String example, String start, String target, String warning) {
		assertThat(countdown("madrid", start, target, null).warnAt()).as(example).contains(instant(warning, "madrid"));
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("Días con el del inicio o a la misma hora, días naturales y meses de fecha a fecha")
	@CsvSource(delimiter = '|',
			textBlock = """
					lunes 10:00, 1 día laborable con el del inicio → lunes 17:00                 | madrid | 2026-11-23T10:00 | WORKING_DAYS_WITH_START P1D  | 2026-11-23T17:00
					viernes 10:00, 2 días laborables con el del inicio → lunes 17:00             | madrid | 2026-11-20T10:00 | WORKING_DAYS_WITH_START P2D  | 2026-11-23T17:00
					viernes 17:00, al cierre, 1 día laborable con el del inicio → lunes 17:00    | madrid | 2026-11-20T17:00 | WORKING_DAYS_WITH_START P1D  | 2026-11-23T17:00
					viernes 10:00, 1 día laborable a la misma hora → lunes 10:00                 | madrid | 2026-11-20T10:00 | WORKING_DAYS_SAME_HOUR P1D   | 2026-11-23T10:00
					sábado 12:00, 1 día laborable a la misma hora → lunes 12:00                  | madrid | 2026-11-21T12:00 | WORKING_DAYS_SAME_HOUR P1D   | 2026-11-23T12:00
					sábado 8:00, 1 día laborable a la misma hora → lunes 8:00                    | madrid | 2026-11-21T08:00 | WORKING_DAYS_SAME_HOUR P1D   | 2026-11-23T08:00
					lunes 20:00, 2 días laborables a la misma hora → miércoles 20:00             | madrid | 2026-11-23T20:00 | WORKING_DAYS_SAME_HOUR P2D   | 2026-11-25T20:00
					miércoles 23 a las 16:00, a la misma hora del jueves 24, que cierra a las 14 | madrid | 2026-12-23T16:00 | WORKING_DAYS_SAME_HOUR P1D   | 2026-12-24T16:00
					sábado 2:30, a la misma hora: el domingo no son las 2:30, son las 3:00      | madrid-noche | 2026-03-28T02:30 | WORKING_DAYS_SAME_HOUR P1D | 2026-03-29T03:00
					viernes 10:00, 3 días naturales → lunes 24:00                                | madrid | 2026-11-20T10:00 | CALENDAR_DAYS P3D            | 2026-11-24T00:00
					viernes 10:00, 3 días naturales con el del inicio → domingo 24:00            | madrid | 2026-11-20T10:00 | CALENDAR_DAYS_WITH_START P3D | 2026-11-23T00:00
					31 de enero, 1 mes → 28 de febrero, 24:00                                    | madrid | 2027-01-31T10:00 | MONTHS P1M                   | 2027-03-01T00:00
					31 de enero, 3 meses → 30 de abril, 24:00                                    | madrid | 2027-01-31T10:00 | MONTHS P3M                   | 2027-05-01T00:00
					28 de febrero, 1 mes → 28 de marzo, 24:00                                    | madrid | 2027-02-28T10:00 | MONTHS P1M                   | 2027-03-29T00:00
					29 de febrero de 2028, 12 meses → 28 de febrero de 2029, 24:00               | nueva-york-siempre | 2028-02-29T10:00 | MONTHS P12M      | 2029-03-01T00:00
					15 de noviembre, 1 mes con el día del inicio → 14 de diciembre, 24:00        | madrid | 2026-11-15T10:00 | MONTHS_WITH_START P1M        | 2026-12-15T00:00
					1 de marzo, 1 mes con el día del inicio → 31 de marzo, 24:00                 | madrid | 2027-03-01T10:00 | MONTHS_WITH_START P1M        | 2027-04-01T00:00
					31 de enero, 1 mes con el día del inicio → 28 de febrero, 24:00              | madrid | 2027-01-31T10:00 | MONTHS_WITH_START P1M        | 2027-03-01T00:00
					""")
	void inOtherWays(String example, String place, String start, String target, String due) {
		assertThat(countdown(place, start, target, null).dueAt()).as(example).contains(instant(due, place));
	}

	@Test
	@DisplayName("Un plazo que empezó con la regla anterior la conserva")
	void keepsItsRule() {
		Deadline begun = deadline();
		List<Pause> ten = List.of(pause("CUSTOMER 2026-11-23T16:55 2026-11-23T17:05".split(" "), "madrid"));

		Deadline before = under(begun, DayRule.CLOSINGS).recalculated(place("madrid").calendar(), ten);

		assertThat(begun.rule()).isEqualTo(DayRule.SHARES);
		assertThat(begun.recalculated(place("madrid").calendar(), ten).dueAt())
			.isEqualTo(instant("2026-11-24T09:05", "madrid"));
		assertThat(before.rule()).isEqualTo(DayRule.CLOSINGS);
		assertThat(before.dueAt()).isEqualTo(instant("2026-11-24T17:00", "madrid"));
	}

	@ParameterizedTest
	@DisplayName("Lo que una tabla no puede decir se dice en español, con lo que hay que escribir")
	@CsvSource(delimiter = '|',
			textBlock = """
					WORKING PT3000H        | entre un minuto y 2200 horas laborables; no «PT3000H». Para uno más largo cuente el tiempo seguido (ELAPSED
					ELAPSED PT9000H        | entre un minuto y 8784 horas seguidas
					ELAPSED P1M            | Los meses se cuentan en MONTHS.
					MONTHS P30D            | En meses se escriben meses enteros, por ejemplo P2M; no «P30D».
					MONTHS P13M            | Un plazo dura entre 1 y 12 meses; no 13.
					CALENDAR_DAYS PT24H    | En días naturales se escriben días enteros, por ejemplo P2D; no «PT24H».
					WORKING_DAYS P0D       | Un plazo dura entre 1 y 366 días laborables; no 0.
					NADA P1D               | Falta cómo se cuenta: WORKING, WORKING_DAYS, WORKING_DAYS_WITH_START,
					""")
	void refuses(String target, String message) {
		String[] words = target.split(" ");

		assertThatThrownBy(() -> new Target(words[1], Counting.named(words[0]).orElse(null), 75, true))
			.isInstanceOf(InvalidInputException.class)
			.hasMessageContaining(message);
	}

	private static Deadline deadline() {
		return Deadline.start(new CaseNumber("ESC-1"),
				new AgreedLevel(ServiceClock.RESOLUTION, new Target("P1D", Counting.WORKING_DAYS, 75, true), "Prueba."),
				1, instant("2026-11-20T12:00", "madrid"), place("madrid").calendar(), List.of());
	}

	private static Deadline under(Deadline was, DayRule rule) {
		return new Deadline(was.id(), was.caseNumber(), was.clock(), was.run(), was.level(), rule, was.calendarCode(),
				was.startedAt(), was.fixed(), was.fresh(), was.state(), was.warnAt(), was.dueAt(), null);
	}

	private static Countdown countdown(String place, String start, String target, String pauses) {
		String[] words = target.split(" ");
		List<Pause> ledger = (pauses == null) ? List.of()
				: Arrays.stream(pauses.split(";")).map((text) -> pause(text.trim().split(" "), place)).toList();
		return new Countdown(place(place).calendar(), instant(start, place),
				new Target(words[1], Counting.valueOf(words[0]), 75, words.length == 2), ledger);
	}

	private static Pause pause(String[] words, String place) {
		Instant end = (words.length > 2) ? instant(words[2], place) : null;
		return new Pause(Pause.Reason.valueOf(words[0]), null, instant(words[1], place), new UserId("ana"), end, null);
	}

	private static OraclePlace place(String code) {
		return OraclePlaces.ALL.stream().filter((place) -> place.code().equals(code)).findFirst().orElseThrow();
	}

	/** Wall-clock time of the place; with an offset where an hour comes twice. */
	private static Instant instant(String text, String place) {
		ZoneId zone = place(place).zone();
		return text.contains("+") ? OffsetDateTime.parse(text).toInstant()
				: LocalDateTime.parse(text).atZone(zone).toInstant();
	}

}
