package dev.escala.access;

import dev.escala.support.OtherSettings;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@OtherSettings
class FirstAdministratorTests {

	@Autowired
	private IdentityService identity;

	@Test
	@DisplayName("On an empty database the first administrator comes from the settings")
	void isCreated() {
		assertThat(this.identity.createUserQuery().memberOfGroup(Role.ADMINISTRATORS.groupId()).list())
			.extracting((user) -> user.getId())
			.containsExactly("raiz");
		assertThat(this.identity.checkPassword("raiz", "Una-clave-larga-9")).isTrue();
	}

}
