package dev.escala.pipeline;

import java.time.Duration;
import java.util.Date;
import java.util.List;

import dev.escala.pipeline.PartyLookups.Found;
import dev.escala.policy.Situation;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("What Escala knows about a prospect or customer is told before anybody commits")
class PartyLookupsTests extends PipelineStory {

	@Test
	@DisplayName("Of whom nothing is known nothing is told")
	void nothing() {
		prospect("PX-DELTA", "Manufacturas Ñurrú");
		this.prospects.reject(prospect("PX-ZETA", "Zeta Ñurrú").id(), new UserId("jefa"), "No encaja", null);
		this.competitors.replace(customer("PX-ACME", "Acme"), List.of("Otra"), new UserId("agente1"));
		this.interests.declare(new UserId("agente1"), "Otra Ñurrú", "Trabajé allí");

		assertThat(this.lookups.found(party("PX-DELTA"), new UserId("agente1"))).isEmpty();
		assertThat(this.lookups.found(party("PX-ACME"), null)).isEmpty();
	}

	@Test
	@DisplayName("A rejection is told with its day in the organisation's zone, its request and why (000-05)")
	void rejected() {
		Prospect prospect = prospect("PX-DELTA", "Manufacturas Ñurrú");
		this.prospects.reject(prospect.id(), new UserId("jefa"), "Pide garantías imposibles",
				new CaseNumber("SOL-2026-000007"));

		assertThat(this.lookups.found(party("PX-DELTA"), new UserId("agente1"))).containsExactly(new Found(
				Situation.REJECTED_BEFORE,
				"El 24 de noviembre de 2026 rechazamos a Manufacturas Ñurrú (PX-DELTA, SOL-2026-000007): «Pide garantías "
						+ "imposibles»."));
	}

	@Test
	@DisplayName("A rejection that was taken back is told too, and of several the latest three (000-14)")
	void readmitted() {
		Prospect prospect = prospect("PX-DELTA", "Manufacturas Ñurrú");
		this.prospects.reject(prospect.id(), new UserId("jefa"), "Primera vez", new CaseNumber("SOL-2026-000001"));
		ClockUtil.setCurrentTime(Date.from(NOVEMBER_24_IN_MADRID.plus(Duration.ofDays(8))));
		this.prospects.readmit("PX-DELTA", new UserId("jefe"), "Cambió la dirección");

		assertThat(explanation("PX-DELTA", Situation.REJECTED_BEFORE))
			.endsWith("«Primera vez». Se readmitió el 2 de diciembre de 2026: «Cambió la dirección».");
		for (int i = 2; i <= 4; i++) {
			this.prospects.reject(prospect.id(), new UserId("jefa"), "Vez " + i, new CaseNumber("SOL-2026-00000" + i));
		}
		assertThat(explanation("PX-DELTA", Situation.REJECTED_BEFORE)).containsSubsequence("Vez 4", "Vez 3", "Vez 2")
			.doesNotContain("Primera vez");
	}

	@Test
	@DisplayName("Another entry with the same name, a new legal form or a new name does not hide a rejection")
	void rejectedUnderAnotherEntry() {
		this.prospects.reject(prospect("PX-DELTA", "Manufacturas Ñurrú, S. A.").id(), new UserId("jefa"), "No encaja",
				null);
		prospect("PX-DELTA2", "MANUFACTURAS NÚRRU S.L.");
		assertThat(explanation("PX-DELTA2", Situation.REJECTED_BEFORE)).contains("Manufacturas Ñurrú, S. A. (PX-DELTA)",
				"«No encaja»");

		this.prospects.replace(new SaveProspect("PX-DELTA", "Talleres Ñurrú", null, null, "es"));
		assertThat(explanation("PX-DELTA", Situation.REJECTED_BEFORE)).contains("Talleres Ñurrú (PX-DELTA)");
		assertThat(explanation("PX-DELTA2", Situation.REJECTED_BEFORE)).contains("Talleres Ñurrú (PX-DELTA)");
		prospect("PX-TALLERES", "Talleres ñurrú Ltd");
		assertThat(explanation("PX-TALLERES", Situation.REJECTED_BEFORE)).contains("(PX-DELTA)");
		prospect("PX-PARTE", "Manufacturas Ñurrú Norte");
		assertThat(this.lookups.found(party("PX-PARTE"), null)).as("another name").isEmpty();
	}

	@Test
	@DisplayName("A prospect or customer whom a customer calls its competitor is told with that customer (000-11)")
	void competitor() {
		this.competitors.replace(customer("PX-PUERTO", "Naviera Puerto"), List.of("Ñurrú Logistics, S.A. de C.V."),
				new UserId("agente1"));
		this.competitors.replace(customer("PX-ANCLA", "Ancla"), List.of("NURRU LOGÍSTICS"), new UserId("agente1"));
		prospect("PX-ATLAS", "Ñurrú Logistics Ltd");
		customer("PX-ATLASC", "Ñurrú Logistics GmbH");

		for (String code : List.of("PX-ATLAS", "PX-ATLASC")) {
			assertThat(explanation(code, Situation.COMPETITOR_OF_CUSTOMER)).isEqualTo(
					"Ancla (PX-ANCLA), que es cliente, considera a NURRU LOGÍSTICS su competidor; está anotado desde "
							+ "el 24 de noviembre de 2026. Naviera Puerto (PX-PUERTO), que es cliente, considera a Ñurrú "
							+ "Logistics, S.A. de C.V. su competidor; está anotado desde el 24 de noviembre de 2026.");
		}
		assertThat(this.lookups.found(party("PX-PUERTO"), null)).as("who named it").isEmpty();
	}

	@Test
	@DisplayName("A declared interest is told to the person who declared it, and to nobody else (000-07)")
	void interest() {
		prospect("PX-ATLAS", "Ñurrú Logistics Ltd");
		this.interests.declare(new UserId("agente1"), "Ñurrú Logistics", "Mi hermana trabaja allí");

		assertThat(this.lookups.found(party("PX-ATLAS"), new UserId("agente1"))).containsExactly(new Found(
				Situation.CONFLICT_OF_INTEREST,
				"El 24 de noviembre de 2026 declaró usted su relación con Ñurrú Logistics: «Mi hermana trabaja allí»."));
		assertThat(this.lookups.found(party("PX-ATLAS"), new UserId("legal1"))).isEmpty();
		assertThat(this.lookups.found(party("PX-ATLAS"), null)).isEmpty();
	}

	private String explanation(String code, Situation situation) {
		return this.lookups.found(party(code), new UserId("agente1"))
			.stream()
			.filter((found) -> found.situation() == situation)
			.map(Found::explanation)
			.findFirst()
			.orElse("");
	}

}
