package dev.escala.complaint.remedy;

import java.math.BigDecimal;
import java.util.List;

import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DisplayName("What somebody wants to grant, and the four questions, are whole or refused")
class RemedyRequestTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "VOUCHER, 20, EUR, Un vale, ''", "VOUCHER, 20.55, -, Un vale, ''", "APOLOGY, -, -, Perdón, ''",
					"GIFT, 20, EUR, Un vale, kind", "-, 20, EUR, Un vale, kind", "VOUCHER, -1, EUR, Un vale, amount",
					"VOUCHER, 0, EUR, Un vale, amount", "EXTRA, -, EUR, Un café, amount",
					"VOUCHER, 20.555, EUR, Un vale, amount", "VOUCHER, 1000001, EUR, Un vale, amount",
					"VOUCHER, 20, USD, Un vale, currency", "VOUCHER, 20, EUR, -, what" })
	void remedies(String kind, BigDecimal amount, String currency, String what, String wrong) {
		assertThat(problems(() -> RemedyRequest.of(new RemedyRequest.Input(kind, amount, currency, what, null, null))))
			.isEqualTo(wrong.isEmpty() ? List.of() : List.of(wrong));
	}

	@Test
	@DisplayName("Each of the four questions is answered; who undoes a colleague's decision has talked to them (004-26)")
	void fourQuestions() {
		assertThat(problems(() -> FourQuestions.of(new FourQuestions.Input(null, null, null, null, null, null, null))))
			.containsExactly("worthKeeping", "effect", "smallCost", "overrules", "yields", "reason");
		assertThat(problems(() -> answered(true, true, null))).containsExactly("colleagueTold");
		assertThat(problems(() -> answered(true, false, null))).isEmpty();
		assertThat(problems(() -> answered(false, true, null))).isEmpty();
		assertThat(answered(true, true, "Lo entiende").colleagueTold()).isEqualTo("Lo entiende");

		assertThat(answered(false, true, null).speaksForYielding()).isTrue();
		assertThat(answered(true, true, "Lo entiende").sentence())
			.isEqualTo("Se cede, a pesar de lo que dicen las respuestas. Lleva diez años");
		assertThat(answered(false, false, null).sentence()).startsWith("No se cede, a pesar de");
		assertThat(answered(true, false, null).sentence()).isEqualTo("No se cede. Lleva diez años");
	}

	private static FourQuestions answered(boolean overrules, boolean yields, String told) {
		return FourQuestions
			.of(new FourQuestions.Input(true, "Se iría", true, overrules, yields, "Lleva diez años", told));
	}

	private static List<String> problems(Runnable attempt) {
		InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, attempt::run);
		return (refused == null) ? List.of() : refused.problems().stream().map(FieldProblem::field).toList();
	}

}
