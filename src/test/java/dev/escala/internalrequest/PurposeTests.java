package dev.escala.internalrequest;

import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("What asking is good for (000-01)")
class PurposeTests extends RequestStory {

	@ParameterizedTest
	@EnumSource
	@DisplayName("is kept with the request")
	void kept(Purpose purpose) {
		CaseNumber number = asked("purpose", purpose.name());

		assertThat(this.requests.get(number).question().purpose()).isEqualTo(purpose);
	}

	@Test
	@DisplayName("is one of five, and to have it clear where nobody says")
	void oneOfFive() {
		assertThat(Purpose.values()).hasSize(5);
		assertThat(this.requests.get(asked()).question().purpose()).isEqualTo(Purpose.CLARITY);
		assertThatThrownBy(() -> asked("purpose", "FUN")).hasMessageContaining("para qué pregunta");
	}

}
