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
		String with = owned("PRO").value();
		proposed(new CaseNumber(with));
		String without = owned("PRO").value();
		asked(new CaseNumber(without));
		this.people.complete(new CaseNumber(without), OWNER, ESTIMATE, estimate("alternative", null));
		this.people.run(new CaseNumber(without), "serviceTask_proposeDate");

		assertThat(proposal(with)).singleElement()
			.asString()
			.contains("TAMBIÉN PODEMOS OFRECERLE", "Una puerta provisional, hoy mismo");
		assertThat(proposal(without)).singleElement().asString().doesNotContain("TAMBIÉN PODEMOS OFRECERLE");
	}

	private List<String> proposal(String number) {
		return this.jdbc.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step LIKE 'promise-%'")
			.param(number)
			.query(String.class)
			.list();
	}

}
