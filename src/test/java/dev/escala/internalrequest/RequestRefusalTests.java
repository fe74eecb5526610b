package dev.escala.internalrequest;

import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("What a request does not take: each refusal says what to do, and nothing is half done")
class RequestRefusalTests extends RequestStory {

	@ParameterizedTest(name = "{0} = {1}: {2}")
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			kind          | -             | Falta qué necesita
			kind          | MAGIC         | No se conoce ese valor para qué necesita
			situation     | -             | Falta la situación
			request       | -             | Falta la petición
			assessment    | -             | Falta su valoración
			neededBy      | -             | Falta para cuándo necesita la respuesta
			neededBy      | 20/11/2026    | Ya pasó «20/11/2026»
			neededBy      | pronto        | no «pronto»
			customerDate  | 20/11/2026    | Ya pasó «20/11/2026»
			topic         | WEATHER       | No se conoce ese valor para de qué trata
			party         | Nadie de Nada | Nadie de Nada
			""")
	void refusesTheForm(String field, String value, String message) {
		long before = count();
		assertThatThrownBy(() -> asked(field, value)).hasMessageContaining(message);
		assertThat(count()).isEqualTo(before);
	}

	private long count() {
		return this.jdbc.sql("SELECT count(*) FROM internal_request").query(Long.class).single();
	}

	@Test
	@DisplayName("«Se siente raro» is complete without an explanation (000-06)")
	void aFeelingIsEnough() {
		CaseNumber number = asked("situations", List.of("FEELS_ODD"), "assessment", null);
		assertThat(this.requests.get(number).caution()).isTrue();
		assertThat(this.requests.get(number).question().assessment()).isNull();
	}

	@Test
	@DisplayName("What is asked before is not recorded after the fact")
	void notAfterTheFact() {
		assertThatThrownBy(() -> asked("kind", "VISIBILITY", "situations", List.of("DISCOUNT")))
			.hasMessageContaining("se pregunta antes")
			.hasMessageContaining("no hay margen libre");
	}

	@Test
	@DisplayName("A rejected prospect needs to be named, with the reason (000-14)")
	void rejectionNeedsItsReason() {
		assertThatThrownBy(() -> asked("kind", "VISIBILITY", "situations", List.of("PROSPECT_REJECTED"), "party", "REQ",
				"assessment", null))
			.hasMessageContaining("qué prospecto")
			.hasMessageContaining("por qué se rechazó");
	}

	@Test
	@DisplayName("Nobody acknowledges or answers their own request")
	void notOnesOwn() {
		this.people.person("juez", Role.PRODUCT);
		CaseNumber number = this.people.start("internalRequest", "juez", question());
		assertThatThrownBy(() -> this.people.complete(number, "juez", ACKNOWLEDGE, Map.of()))
			.hasMessageContaining("la tiene que responder otra persona");
		assertThat(this.requests.get(number).status()).isEqualTo(RequestStatus.OPEN);
	}

	@Test
	@DisplayName("Who asks is who is logged in, whatever comes along")
	void whoAsks() {
		assertThatThrownBy(() -> this.people.start("internalRequest", SALES, question("startedBy", "otra")))
			.hasMessageContaining("«startedBy»");
		CaseNumber number = this.people.start("internalRequest", SALES, question());
		assertThat(this.requests.get(number).requestedBy()).isEqualTo(new UserId(SALES));
	}

	@Test
	@DisplayName("A decision of another group is not ended by whoever answers something else")
	void othersDecisions() {
		CaseNumber first = acknowledged("situations", List.of("GREY_ZONE"));
		this.people.complete(first, PRODUCT, ANSWER,
				Map.of("answerGiven", "otherGroup", "newTopic", "PRICE", "transferReason", "Es de precio"));
		this.people.complete(first, "finanzas", ACKNOWLEDGE, Map.of());
		this.people.complete(first, "finanzas", ANSWER, decision("GRANTED"));
		RulingNumber theirs = this.rulings.ofRequest(first).orElseThrow().number();
		CaseNumber number = acknowledged();
		assertThatThrownBy(
				() -> this.people.complete(number, PRODUCT, ANSWER, decision("GRANTED", "supersedes", theirs.value())))
			.hasMessageContaining("la decidió otro grupo");
	}

	@Test
	@DisplayName("A decision needs its outcome, its words and its reason")
	void decisionNeedsItsReason() {
		CaseNumber number = acknowledged();
		assertThatThrownBy(() -> this.people.complete(number, PRODUCT, ANSWER, decision("GRANTED", "reasoning", " ")))
			.hasMessageContaining("por qué");
		assertThatThrownBy(() -> this.people.complete(number, PRODUCT, ANSWER, decision(null)))
			.hasMessageContaining("Falta la decisión");
		assertThatThrownBy(
				() -> this.people.complete(number, PRODUCT, ANSWER, decision("GRANTED", "validUntil", "20/11/2026")))
			.hasMessageContaining("pas");
		assertThatThrownBy(() -> this.people.complete(number, PRODUCT, ANSWER, Map.of("answerGiven", "quizá")))
			.hasMessageContaining("Indique qué responde");
		assertThat(this.rulings.ofRequest(number)).isEmpty();
		assertThat(this.people.tasks(number)).containsExactly(ANSWER);
	}

	@Test
	@DisplayName("A decision that contradicts a standing one has to supersede it")
	void contradiction() {
		CaseNumber first = acknowledged("situations", List.of("GREY_ZONE"));
		this.people.complete(first, PRODUCT, ANSWER, decision("GRANTED", "standing", true));
		RulingNumber standing = this.rulings.ofRequest(first).orElseThrow().number();

		CaseNumber number = acknowledged("situations", List.of("GREY_ZONE"));
		assertThat(this.people.offered(number, ANSWER, "standingDecisions")).contains(standing.value());
		assertThatThrownBy(() -> this.people.complete(number, PRODUCT, ANSWER, decision("REFUSED")))
			.hasMessageContaining(standing.value());
		this.people.complete(number, PRODUCT, ANSWER, decision("REFUSED", "supersedes", standing.value()));
		assertThat(this.rulings.get(standing).supersededBy())
			.isEqualTo(this.rulings.ofRequest(number).orElseThrow().number());
	}

	@Test
	@DisplayName("What is told to the customer does not hedge, unless it was said so and somebody says why (000-19)")
	void hedging() {
		CaseNumber number = answered("GRANTED");
		assertThatThrownBy(() -> this.people.complete(number, SALES, PASS_ON,
				Map.of("toldText", "Probablemente podamos personalizarlo.")))
			.hasMessageContaining("«Probablemente»");
		this.people.complete(number, SALES, PASS_ON, Map.of("toldText", "Probablemente podamos personalizarlo.",
				"overrideReason", "Se aclaró después por correo"));
		assertThat(this.requests.latest(number, RequestNote.Kind.TOLD).orElseThrow().text())
			.contains("Se aclaró después");
	}

}
