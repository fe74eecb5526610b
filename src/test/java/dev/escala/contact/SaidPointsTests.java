package dev.escala.contact;

import java.util.List;

import dev.escala.contact.SaidPoints.Said;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What a customer said is split into points")
class SaidPointsTests {

	@Test
	@DisplayName("Each sentence and each item is one; greeting, farewell and signature are none (003-10)")
	void mail() {
		assertThat(SaidPoints.of("""
				Hola, Marta:

				Ayer mandamos el fichero al Sr. Pérez y no ha contestado nadie, así que lo volvemos a
				mandar hoy. ¿Lo tienen? Además:
				- ¿Cuándo llegan las facturas?
				2) cuánto cuesta el cambio

				Quiero hablar con el gerente. Estamos contentos con el resto.
				Un saludo,
				Ana Ruiz
				Jefa de compras, 600 000 000
				""")).containsExactly(told(
				"Ayer mandamos el fichero al Sr. Pérez y no ha contestado nadie, así que lo volvemos a mandar hoy."),
				asked("¿Lo tienen?"), told("Además:"), asked("¿Cuándo llegan las facturas?"),
				asked("cuánto cuesta el cambio"), asked("Quiero hablar con el gerente."),
				told("Estamos contentos con el resto."));
	}

	@Test
	@DisplayName("A question below the farewell is one all the same")
	void belowTheFarewell() {
		assertThat(SaidPoints.of("Ya funciona.\nSaludos,\nAna\nPD: ¿y la otra?")).containsExactly(told("Ya funciona."),
				asked("PD: ¿y la otra?"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "¿Hay alguien?", "Insisten: ¿cómo va?", "Por qué tarda tanto",
			"necesitamos el informe hoy", "Me lo envían, por favor", "When does it arrive", "We need the report" })
	@DisplayName("What asks or wishes must be answered")
	void asks(String text) {
		assertThat(SaidPoints.of(text)).containsExactly(asked(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ya mandaron el fichero.", "Cuando llegó no servía.", "Hay otra factura igual.",
			"We sent the file.", "No lo creo, que quede claro." })
	@DisplayName("What tells something is acknowledged")
	void tells(String text) {
		assertThat(SaidPoints.of(text)).containsExactly(told(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n ", "Muchas gracias.", "Hola", "***", "Buenos días, Marta:\n\nUn cordial saludo" })
	@DisplayName("To nothing nobody needs to reply")
	void nothing(String text) {
		assertThat(SaidPoints.of(text)).isEmpty();
	}

	@Test
	@DisplayName("A hundred lines are twenty points, and no word of them is lost")
	void many() {
		List<Said> points = SaidPoints.of("Falta uno.\n".repeat(99) + "¿Y el último?");

		assertThat(points).hasSize(20);
		assertThat(points.get(19).question()).isTrue();
		assertThat(points.get(19).text()).startsWith("Falta uno. Falta uno.").endsWith("¿Y el último?");
	}

	private static Said asked(String text) {
		return new Said(text, true);
	}

	private static Said told(String text) {
		return new Said(text, false);
	}

}
