package dev.escala.letter.check;

import java.util.List;

import dev.escala.letter.check.Finding.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What is said on the phone before anything is decided (000-19)")
class HoldingChecksTests {

	private final LetterChecks checks = new LetterChecks();

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("commits, invents or hedges in both languages, and is told what to say instead")
	@CsvSource(delimiter = '|', textBlock = """
			COMMITS | Le garantizo | Le garantizo que el jueves lo tiene.
			COMMITS | cuente con ello | Sí, cuente con ello.
			COMMITS | se lo hacemos | Claro, se lo hacemos.
			COMMITS | Sin problema | SIN PROBLEMA, el jueves.
			COMMITS | dalo por hecho | Dalo por hecho.
			COMMITS | Podemos hacerlo | Podemos hacerlo en enero.
			COMMITS | I guarantee | I guarantee you an answer.
			COMMITS | No problem | No problem, we will call you.
			COMMITS | consider it done | Please consider it done.
			COMMITS | count on it | You can count on it.
			INVENTS | Seguro que | Seguro que se puede.
			INVENTS | creo que | Pues creo que sí.
			INVENTS | me suena que | A mí me suena que lo hicimos.
			INVENTS | I think | I think we did that once.
			INVENTS | I'm sure that | I'm sure that it works.
			HEDGING | probablemente | El jueves, probablemente.
			HEDGING | quiza | Quiza el jueves.
			HEDGING | En principio | En principio, el jueves.
			HEDGING | maybe | Thursday, maybe.
			""")
	void found(Kind kind, String excerpt, String text) {
		List<Finding> findings = this.checks.checkHolding(text);

		assertThat(findings).extracting(Finding::kind).as(text).contains(kind);
		assertThat(findings).filteredOn((one) -> one.kind() == kind)
			.extracting((one) -> Phrases.plain(one.excerpt()))
			.anyMatch((found) -> found.contains(Phrases.plain(Phrases.composed(excerpt))));
		assertThat(findings).allSatisfy((one) -> assertThat(one.explanation()).matches("(?s)[A-ZÁÉÍÓÚ].{20,}"));
	}

	@ParameterizedTest
	@DisplayName("only buys time")
	@ValueSource(strings = {
			"Lo confirmo con mi equipo y le respondo el jueves 26 de noviembre antes de las 12:00. ¿Le parece bien?",
			"I will check this with my team and get back to you on Thursday 26 November, by 12:00. Is that all right for you?",
			"Quiero darle una respuesta segura; se la doy el jueves a las 12:00.",
			"No quiero decirle algo que no sé. Le llamo el jueves a las doce." })
	void clean(String text) {
		assertThat(this.checks.checkHolding(text)).isEmpty();
	}

	@Test
	@DisplayName("Quotation marks excuse nothing on the phone")
	void quoted() {
		assertThat(this.checks.checkHolding("Le digo: «se lo garantizo».")).extracting(Finding::kind)
			.containsExactly(Kind.COMMITS);
	}

	@Test
	@DisplayName("A letter may commit: then it is decided")
	void letters() {
		assertThat(this.checks.check(new Letter("Se lo hacemos el lunes, cuente con ello. Seguro que le sirve.", null))
			.findings()).isEmpty();
	}

}
