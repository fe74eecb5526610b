package dev.escala.promise;

import java.util.List;
import java.util.Map;

import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("What else could be had")
class AlternativeTests extends PromiseStory {

	@Test
	@DisplayName("Where a better solution takes longer, the mail offers the other one beside it, and only there (003-16)")
	void besideTheProposal() {
		CaseNumber with = owned("PRO");
		proposed(with);
		CaseNumber without = owned("PRO");
		asked(without);
		this.people.complete(without, OWNER, ESTIMATE, estimate("alternative", null, "alternativeHours", null));
		this.people.run(without, "serviceTask_proposeDate");

		assertThat(proposal(with)).singleElement()
			.asString()
			.contains("TAMBIÉN PODEMOS OFRECERLE", "Una puerta provisional, hoy mismo");
		assertThat(proposal(without)).singleElement().asString().doesNotContain("TAMBIÉN PODEMOS OFRECERLE");
	}

	@Test
	@DisplayName("The customer picks either, on the page or by word of mouth: its text and its date are what is promised (003-16)")
	void picked() {
		CaseNumber onPage = owned("PRO");
		Promise shown = proposed(onPage);
		Proposal offered = open(shown);
		assertThat(offered.other().promisedAt()).isBefore(offered.promisedAt());
		assertThat(proposal(onPage)).singleElement().asString().contains("Si elige esta opción, a más tardar el ");

		this.answers.onPage(onPage, shown.customerId(), offered.id(), Proposal.Answer.Kind.ALTERNATIVE, null, null);

		assertThat(this.promises.get(shown.id())).satisfies((promise) -> {
			assertThat(promise.status()).isEqualTo(PromiseStatus.ACCEPTED);
			assertThat(promise.promisedAt()).isEqualTo(offered.other().promisedAt());
			assertThat(promise.content()).isEqualTo("Una puerta provisional, hoy mismo");
		});
		CaseNumber spoken = owned("PRO");
		Promise said = proposed(spoken);
		this.people.complete(spoken, OWNER, ANSWER, Map.of("customerAnswer", "alternative"));
		assertThat(this.promises.get(said.id()).content()).isEqualTo("Una puerta provisional, hoy mismo");
		assertThat(this.people.tasks(spoken)).contains(KEEP);
	}

	@Test
	@DisplayName("An option without hours, and hours without an option, are refused; what was not offered cannot be picked")
	void refused() {
		CaseNumber number = owned("PRO");
		asked(number);
		assertThatThrownBy(() -> this.people.complete(number, OWNER, ESTIMATE, estimate("alternativeHours", null)))
			.hasMessageContaining("Falta cuántas horas laborables llevaría la otra opción");
		assertThatThrownBy(() -> this.people.complete(number, OWNER, ESTIMATE, estimate("alternative", null)))
			.hasMessageContaining("Falta decir cuál es la otra opción");
		this.people.complete(number, OWNER, ESTIMATE, estimate("alternative", null, "alternativeHours", null));
		this.people.run(number, "serviceTask_proposeDate");
		assertThatThrownBy(() -> this.people.complete(number, OWNER, ANSWER, Map.of("customerAnswer", "alternative")))
			.hasMessageContaining("Esta propuesta no tiene otra opción con fecha");
	}

	private List<String> proposal(CaseNumber number) {
		return this.jdbc.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step LIKE 'promise-%'")
			.param(number.value())
			.query(String.class)
			.list();
	}

}
