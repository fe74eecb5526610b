package dev.escala.pipeline;

import java.util.List;
import java.util.stream.IntStream;

import dev.escala.pipeline.Party.Kind;
import dev.escala.support.EscalaTest;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@EscalaTest
@DisplayName("A prospect or customer is found by what people type")
class PartiesTests extends PipelineStory {

	@BeforeEach
	void givenParties() {
		prospect("DELTA", "Manufacturas Ñandú");
		prospect("P-9", "Manufacturas del Sur");
		customer("NANDU", "Peluquería Ñandú");
		customer("SUR", "Manufacturas del Sur");
	}

	@Test
	@DisplayName("By exact code, else by exact name, else by a part of it, among prospects and customers alike")
	void matches() {
		assertThat(codes("delta")).containsExactly("DELTA");
		assertThat(codes("nandu")).as("the code, though it is a part of two names").containsExactly("NANDU");
		assertThat(codes("MANUFACTURAS  ñandu")).containsExactly("DELTA");
		assertThat(codes("manufacturas del sur")).containsExactly("P-9", "SUR");
		assertThat(codes("Manufacturas")).containsExactly("P-9", "SUR", "DELTA");
		assertThat(codes("ñandú ")).containsExactly("DELTA", "NANDU");
		assertThat(codes("ía ñan")).containsExactly("NANDU");
		assertThat(List.of("", "  ", "a\0b", "%", "_")).allSatisfy((text) -> assertThat(codes(text)).isEmpty());
		IntStream.range(0, 25).forEach((i) -> prospect("M" + i + "X", "Manufacturas " + i));
		assertThat(codes("manufacturas")).hasSize(20);
	}

	@Test
	@DisplayName("A code that is a prospect's and a customer's means the customer")
	void customerFirst() {
		customer("DELTA", "Manufacturas Delta");

		assertThat(this.parties.one("party", "delta").kind()).isEqualTo(Kind.CUSTOMER);
	}

	@Test
	@DisplayName("The one that is found tells what a request needs to know of it (000-21)")
	void tellsWhoItIs() {
		assertThat(party("DELTA")).usingRecursiveComparison()
			.ignoringFields("id")
			.isEqualTo(new Party(Kind.PROSPECT, 0, "DELTA", "Manufacturas Ñandú", "Transporte", 200, "es"));
		assertThat(party("peluq")).usingRecursiveComparison()
			.ignoringFields("id")
			.isEqualTo(new Party(Kind.CUSTOMER, 0, "NANDU", "Peluquería Ñandú", null, null, "en"));
		for (Party party : List.of(party("DELTA"), party("NANDU"))) {
			assertThat(this.parties.get(party.kind(), party.id())).isEqualTo(party);
		}
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.parties.get(Kind.PROSPECT, -1));
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.parties.get(Kind.CUSTOMER, -1));
	}

	@Test
	@DisplayName("None, several and nothing typed are refused with the field, what was found and what to do")
	void refuses() {
		assertThat(refusal("Peluquerias Ñandu")).isEqualTo("No hay ningún prospecto ni cliente «Peluquerias Ñandu». "
				+ "¿Quiere decir Peluquería Ñandú (cliente NANDU) o Manufacturas Ñandú (prospecto DELTA)? Si aún no está "
				+ "en Escala, créelo con POST /api/prospects o rellene los datos de un prospecto nuevo.");
		assertThat(refusal("Zeta")).doesNotContain("¿").contains("«Zeta»", "POST /api/prospects");
		assertThat(refusal("Manufacturas")).isEqualTo("«Manufacturas» puede ser Manufacturas del Sur (prospecto P-9) o "
				+ "Manufacturas del Sur (cliente SUR) o Manufacturas Ñandú (prospecto DELTA). Escriba el código del que "
				+ "quiere decir.");
		assertThat(refusal(" ")).startsWith("Falta el prospecto o el cliente");
		assertThat(refusal(null)).startsWith("Falta");
		assertThat(refusal("x".repeat(201))).contains("demasiado largo");
		assertThat(refusal("a\0b")).contains("no se pueden guardar");
	}

	private String refusal(String text) {
		InvalidInputException refused = catchThrowableOfType(InvalidInputException.class,
				() -> this.parties.one("who", text));
		assertThat(refused.problems()).extracting(FieldProblem::field).containsOnly("who");
		return refused.getMessage();
	}

	private List<String> codes(String text) {
		return this.parties.match(text).stream().map(Party::code).toList();
	}

}
