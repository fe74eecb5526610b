package dev.escala.rootcause;

import java.time.LocalDate;
import java.util.List;

import dev.escala.corrective.PlannedAction;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("Corrective actions, one per line")
class ActionLinesTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

	/** Knows Ana Ruiz, and everybody else by user id but nobody. */
	private static final ActionLines.Owners OWNERS = (fields, field, typed) -> {
		if (typed.equals("nadie")) {
			fields.refuse(field, "«nadie» no está en el directorio.");
			return null;
		}
		return new UserId(typed.equals("Ana Ruiz") ? "ana" : typed);
	};

	@Test
	@DisplayName("are read with their owner and date, today at the earliest")
	void readsLines() {
		assertThat(ActionLines.read(List.of("Vigilar la caducidad|Ana Ruiz|23/11/2026",
				" Renovar el certificado | tecnologia | 1/2/2026 | Hecha "), TODAY, OWNERS))
			.containsExactly(new PlannedAction("Vigilar la caducidad", new UserId("ana"), TODAY, false),
					new PlannedAction("Renovar el certificado", new UserId("tecnologia"), LocalDate.of(2026, 2, 1),
							true));
	}

	@Test
	@DisplayName("are written as they are read")
	void writesWhatItReads() {
		List<String> lines = List.of("Vigilar la caducidad | ana | 24/11/2026",
				"Renovar el certificado | tecnologia | 01/02/2026 | hecha");

		assertThat(ActionLines.write(ActionLines.read(lines, TODAY, OWNERS)).lines()).containsExactlyElementsOf(lines);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			Vigilar; se espera «acción | responsable | dd/mm/aaaa» y hay una sola parte.
			Vigilar | Ana; y hay 2 partes.
			a | b | 24/11/2026 | hecha | e; y hay 5 partes.
			 | Ana | 24/11/2026; falta la acción.
			Vigilar | | 24/11/2026; falta la persona responsable.
			Vigilar | nadie | 24/11/2026; «nadie» no está en el directorio.
			Vigilar | Ana | ; falta la fecha (dd/mm/aaaa).
			Vigilar | Ana | mañana; «mañana» no es una fecha dd/mm/aaaa.
			Vigilar | Ana | 2026-02-31; «2026-02-31» no es una fecha dd/mm/aaaa.
			Vigilar | Ana | 31/02/2027; «31/02/2027» no es una fecha dd/mm/aaaa.
			Vigilar | Ana | 24/11/26; «24/11/26» no es una fecha dd/mm/aaaa.
			Vigilar | Ana | 24/11/0026; «24/11/0026» no es una fecha dd/mm/aaaa.
			Vigilar | Ana | 22/11/2026; la fecha 22/11/2026 ya ha pasado.
			Vigilar | Ana | 24/11/2026 | hecha; la fecha 24/11/2026 está por venir
			Vigilar | Ana | 24/11/2026 | pronto; la cuarta parte solo puede ser «hecha», y dice «pronto».
			""")
	@DisplayName("are refused with the line and what is wrong with it")
	void namesTheLineAndTheProblem(String line, String problem) {
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> ActionLines.read(List.of("Bien | Ana | 24/11/2026", line), TODAY, OWNERS))
			.withMessageStartingWith("Acciones, línea 2: ")
			.withMessageContaining(problem);
	}

	@Test
	@DisplayName("for the customer have no owner, and are written as they are read")
	void forTheCustomer() {
		List<String> lines = List.of("Avisarle | 24/11/2026", "Renovar el certificado | 01/02/2026 | hecha");

		assertThat(ActionLines.writeForCustomer(ActionLines.readForCustomer(lines, TODAY)).lines())
			.containsExactlyElementsOf(lines);
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> ActionLines.readForCustomer(List.of("Avisarle | Ana | 24/11/2026"), TODAY))
			.withMessage("Acciones para el cliente, línea 1: la tercera parte solo puede ser «hecha», y dice "
					+ "«24/11/2026». «Ana» no es una fecha dd/mm/aaaa.");
	}

	@Test
	@DisplayName("are all refused at once")
	void namesEveryWrongLine() {
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> ActionLines.read(List.of("uno", "Bien | Ana | 24/11/2026", "tres"), TODAY, OWNERS))
			.withMessageContaining("línea 1: ")
			.withMessageContaining("línea 3: ")
			.satisfies((ex) -> assertThat(ex.problems()).hasSize(2));
	}

}
