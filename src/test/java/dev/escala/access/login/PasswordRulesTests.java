package dev.escala.access.login;

import java.util.List;

import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "Una-clave-larga-9", "correct horse ñ 7", "correct horse battery", "Cuatro-faroles-26",
			"una-clave-de-prueba", "correct-Horse-7-battery", "abcde-fghij-klmno", "h7kdm-xq2rw-9tzpa" })
	@DisplayName("A password that is hard to guess is allowed")
	void allowed(String password) {
		assertThat(violated(password)).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "Una-clave-9, PASSWORD_POLICY_LENGTH", "contraseña123456, PASSWORD_POLICY_STRENGTH",
			"CONTRASENA-2026, PASSWORD_POLICY_STRENGTH", "bienvenido2026, PASSWORD_POLICY_STRENGTH",
			"Barcelona2026!, PASSWORD_POLICY_STRENGTH", "TeQuieroMucho1, PASSWORD_POLICY_STRENGTH",
			"qwertyuiop1234, PASSWORD_POLICY_STRENGTH", "aaaaaaaaaaaaaaaa, PASSWORD_POLICY_STRENGTH",
			"password1234567, PASSWORD_POLICY_STRENGTH", "el faro de LUCIA en marzo, PASSWORD_POLICY_USER_DATA",
			"mi-lucía-b-y-un-faro, PASSWORD_POLICY_USER_DATA", "quince-ibarra-lunares, PASSWORD_POLICY_USER_DATA",
			"tres lbenitez cuervos, PASSWORD_POLICY_USER_DATA" })
	@DisplayName("A password that is short, guessed early or the person's own name is refused for that reason")
	void refused(String password, String reason) {
		assertThat(violated(password)).contains(reason);
	}

	@Test
	@DisplayName("A password longer than anybody types is refused, without being judged for long")
	void tooLong() {
		assertThat(violated("ñandú ".repeat(20_000))).contains("PASSWORD_POLICY_LENGTH");
	}

	@Test
	@DisplayName("Words that Spanish speakers use are known to be guessed early")
	void spanishWords() {
		assertThat(violated("correct-Horse-7-battery")).isEmpty();
		assertThat(violated("mariposas7742")).contains("PASSWORD_POLICY_STRENGTH");
	}

	private static List<String> violated(String password) {
		return PasswordRules.get()
			.getRules()
			.stream()
			.filter((rule) -> !rule.execute(password, person()))
			.map(PasswordPolicyRule::getPlaceholder)
			.toList();
	}

	private static User person() {
		User person = new UserEntity("lucia-b");
		person.setFirstName("Lucía");
		person.setLastName("Benítez-Ibarra");
		person.setEmail("lbenitez@escala.example");
		return person;
	}

}
