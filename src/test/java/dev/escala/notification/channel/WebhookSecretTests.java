package dev.escala.notification.channel;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("A secret of Standard Webhooks")
class WebhookSecretTests {

	private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	@Test
	@DisplayName("signs the published example as it is published")
	void signsTheExample() {
		assertThat(
				WebhookSecret.read(SECRET).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
			.isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	}

	@Test
	@DisplayName("shows itself to nobody")
	void showsNothing() {
		assertThat(WebhookSecret.read(SECRET)).hasToString("whsec_…");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_not base64!",
			"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa==", "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" })
	@DisplayName("must be one: too short, not base64 or of another kind is refused, without repeating it")
	void refuses(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> WebhookSecret.read(text))
			.withMessage("must be whsec_ and 24 to 64 random bytes in base64");
	}

}
