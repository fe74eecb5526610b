package dev.escala.complaint.remedy;

import dev.escala.complaint.remedy.Apology.Kind;
import dev.escala.letter.check.Finding;
import dev.escala.letter.check.LetterChecks;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The apology in an answer is the one that fits, and only that one")
class ApologyCheckTests {

	private final ApologyCheck check = new ApologyCheck(new LetterChecks());

	@ParameterizedTest
	@DisplayName("The two apologies are not mixed, in both languages, whatever the fault (004-23)")
	@ValueSource(strings = { "Tiene usted razón: fue un error nuestro. Sentimos las molestias.",
			"Sentimos mucho el trastorno. Nos equivocamos con su factura.",
			"Disculpe la espera: reconocemos el fallo en su pedido.",
			"You are right, this was our mistake. We are sorry for the inconvenience.",
			"We apologise for any trouble; we made a mistake." })
	void mixed(String text) {
		for (Kind wanted : Kind.values()) {
			assertThat(this.check.refusals(text, wanted)).singleElement().asString().startsWith("Mezcla dos disculpas");
		}
	}

	@ParameterizedTest
	@DisplayName("Our fault is admitted in so many words, and no other is (004-23, 004-25, 004-47)")
	@CsvSource(delimiter = '|', textBlock = """
			Tiene usted toda la razón: la factura estaba mal.         | true
			Fue un error nuestro y ya está corregido.                 | true
			TIENEN RAZON. Lo arreglamos el lunes.                     | true
			Nuestra parte la hicimos mal, y lo sentimos.              | true
			We got it wrong, and we are sorry.                        | true
			Lo sentimos mucho.                                        | false
			No fue un error nuestro: la norma lo pide así.            | false
			Sentimos el trastorno que esta norma le ha supuesto.      | false
			Usted nos dijo «fue un error nuestro», y lo miramos.      | false
			It was not our mistake.                                   | false
			""")
	void admitted(String text, boolean admits) {
		assertThat(this.check.refusals(text, Kind.ADMITS).isEmpty()).isEqualTo(admits);
		assertThat(this.check.refusals(text, Kind.INCONVENIENCE).isEmpty()).isEqualTo(!admits);
		assertThat(this.check.refusals(text, Kind.NONE).isEmpty()).isEqualTo(!admits);
	}

	@Test
	@DisplayName("A text that does not fit is refused with what to write instead (004-23, 004-25)")
	void refused() {
		assertThatThrownBy(() -> this.check.require("message", "Lo miramos.", Kind.ADMITS))
			.isInstanceOf(InvalidInputException.class)
			.hasMessageContaining("«Tiene usted razón: fue un error nuestro»");
		assertThatThrownBy(() -> this.check.require("message", "Es culpa nuestra.", Kind.INCONVENIENCE))
			.hasMessageContaining("«culpa nuestra» reconoce un fallo que nadie ha confirmado");
		this.check.require("message", "Tiene usted razón.", Kind.ADMITS);
	}

	@ParameterizedTest
	@DisplayName("Wording that blames the customer for a misunderstanding is remarked (004-24)")
	@ValueSource(strings = { "Usted malinterpretó la oferta.", "La oferta la entendió usted mal.",
			"Se ha confundido de tarifa.", "Lo entendió mal.", "You misunderstood the offer.",
			"You must have misread the page.", "Usted se equivocó de botón." })
	void blames(String text) {
		assertThat(this.check.remarks(text)).singleElement().satisfies((remark) -> {
			assertThat(remark.kind()).isEqualTo(Finding.Kind.FACE);
			assertThat(remark.explanation()).contains("«");
		});
	}

	@ParameterizedTest
	@DisplayName("That something was understood otherwise is said with tact (004-24)")
	@ValueSource(strings = { "Se entendió otra cosa; esto es lo que incluye la oferta.",
			"There was a misunderstanding; this is what it includes.", "Entendemos que esperaba otra cosa." })
	void tactful(String text) {
		assertThat(this.check.remarks(text)).isEmpty();
	}

}
