package dev.escala.card;

import java.util.List;

import dev.escala.access.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WhyYouTests {

	@Test
	@DisplayName("Whoever gets a task reads the name of their own group, also where several groups may take it")
	void severalRoles() {
		assertThat(WhyYou.roles(List.of(Role.AGENTS, Role.SUPERVISORS), "faltan los detalles."))
			.isEqualTo("Le llega porque pertenece a «Agentes» o «Supervisión»: faltan los detalles.");
		assertThat(WhyYou.role(Role.EXPERTS, "se pide su opinión."))
			.isEqualTo("Le llega porque pertenece a «" + Role.EXPERTS.label() + "»: se pide su opinión.");
	}

}
