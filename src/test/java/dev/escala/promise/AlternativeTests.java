package dev.escala.promise;

import java.util.List;

import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
		this.people.complete(without, OWNER, ESTIMATE, estimate("alternative", null));
		this.people.run(without, "serviceTask_proposeDate");

		assertThat(proposal(with)).singleElement()
			.asString()
			.contains("TAMBIÉN PODEMOS OFRECERLE", "Una puerta provisional, hoy mismo");
		assertThat(proposal(without)).singleElement().asString().doesNotContain("TAMBIÉN PODEMOS OFRECERLE");
	}

	private List<String> proposal(CaseNumber number) {
		return this.jdbc.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step LIKE 'promise-%'")
			.param(number.value())
			.query(String.class)
			.list();
	}

}
