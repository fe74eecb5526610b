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
		prospect("PX-DELTA", "Ferrallas Ñurrú");
		prospect("PX-9", "Ferrallas del Sur");
		customer("NURRU", "Peluquería Ñurrú");
		customer("PX-SUR", "Ferrallas del Sur");
	}

	@Test
	@DisplayName("By exact code, else by exact name, else by a part of it, among prospects and customers alike")
	void matches() {
		assertThat(codes("px-delta")).containsExactly("PX-DELTA");
		assertThat(codes("nurru")).as("the code, though it is a part of two names").containsExactly("NURRU");
		assertThat(codes("FERRALLAS  ñurru")).containsExactly("PX-DELTA");
		assertThat(codes("ferrallas del sur")).containsExactly("PX-9", "PX-SUR");
		assertThat(codes("Ferrallas")).containsExactly("PX-9", "PX-SUR", "PX-DELTA");
		assertThat(codes("ñurrú ")).containsExactly("PX-DELTA", "NURRU");
		assertThat(codes("ía ñur")).containsExactly("NURRU");
		assertThat(List.of("", "  ", "a\0b", "%", "_")).allSatisfy((text) -> assertThat(codes(text)).isEmpty());
		IntStream.range(0, 25).forEach((i) -> prospect("PX-M" + i, "Ferrallas " + i));
		assertThat(codes("ferrallas")).hasSize(20);
	}

	@Test
	@DisplayName("A code that is a prospect's and a customer's means the customer")
	void customerFirst() {
		customer("PX-DELTA", "Talleres Delta");

		assertThat(this.parties.one("party", "px-delta").kind()).isEqualTo(Kind.CUSTOMER);
	}

	@Test
	@DisplayName("The one that is found tells what a request needs to know of it (000-21)")
	void tellsWhoItIs() {
		assertThat(party("PX-DELTA")).usingRecursiveComparison()
			.ignoringFields("id")
			.isEqualTo(new Party(Kind.PROSPECT, 0, "PX-DELTA", "Ferrallas Ñurrú", "Transporte", 200, "es"));
		assertThat(party("peluquería ñ")).usingRecursiveComparison()
			.ignoringFields("id")
			.isEqualTo(new Party(Kind.CUSTOMER, 0, "NURRU", "Peluquería Ñurrú", null, null, "en"));
		for (Party party : List.of(party("PX-DELTA"), party("NURRU"))) {
			assertThat(this.parties.get(party.kind(), party.id())).isEqualTo(party);
		}
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.parties.get(Kind.PROSPECT, -1));
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.parties.get(Kind.CUSTOMER, -1));
	}

	@Test
	@DisplayName("None, several and nothing typed are refused with the field, what was found and what to do")
	void refuses() {
		assertThat(refusal("Peluquerias Ñurru")).isEqualTo("No hay ningún prospecto ni cliente «Peluquerias Ñurru». "
				+ "¿Quiere decir Peluquería Ñurrú (cliente NURRU) o Ferrallas Ñurrú (prospecto PX-DELTA)? Si aún no está "
				+ "en Escala, créelo con POST /api/prospects o rellene los datos de un prospecto nuevo.");
		assertThat(refusal("Nadie Así")).doesNotContain("¿").contains("«Nadie Así»", "POST /api/prospects");
		assertThat(refusal("Ferrallas")).isEqualTo("«Ferrallas» puede ser Ferrallas del Sur (prospecto PX-9) o "
				+ "Ferrallas del Sur (cliente PX-SUR) o Ferrallas Ñurrú (prospecto PX-DELTA). Escriba el código del que "
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
