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
