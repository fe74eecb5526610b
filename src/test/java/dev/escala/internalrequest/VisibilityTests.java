package dev.escala.internalrequest;

import java.util.List;

import dev.escala.policy.Situation;
import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("What is only told, so that it is known (000-15 to 000-17)")
class VisibilityTests extends RequestStory {

	@ParameterizedTest
	@EnumSource(names = { "UNUSUAL_REQUEST", "COMPETITIVE_INTELLIGENCE", "MARKET_TREND" })
	@DisplayName("is kept with what it is about, told to those it concerns, and nobody waits")
	void noted(Situation situation) {
		CaseNumber number = new CaseNumber(this.people
			.start("internalRequest", SALES,
					question("kind", "VISIBILITY", "situations", List.of(situation.name()), "neededBy", null,
							"customerDate", null))
			.value());
		assertThat(this.people.tasks(number)).isEmpty();
		this.people.run(number, "serviceTask_noteForVisibility");

		InternalRequest noted = this.requests.get(number);
		assertThat(noted.status()).isEqualTo(RequestStatus.NOTED);
		assertThat(noted.question().situations()).containsExactly(situation);
		assertThat(noted.question().request()).isEqualTo("Personalización sin límite por una cuota mensual fija.");
		assertThat(mailsTo(number, PRODUCT)).singleElement().asString().contains("Para que conste");
		assertNothingIsLeft(number);
	}

}
