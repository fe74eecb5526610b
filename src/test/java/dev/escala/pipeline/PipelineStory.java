package dev.escala.pipeline;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.support.ApiClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What every story of prospects begins with: nobody known whose code begins with PX- or
 * whose name has Ñurrú in it, on a day in November.
 */
abstract class PipelineStory {

	/** An hour before midnight in UTC, and the next day in Madrid. */
	static final Instant NOVEMBER_24_IN_MADRID = Instant.parse("2026-11-23T23:30:00Z");

	@LocalServerPort
	int port;

	@Autowired
	IdentityService identity;

	@Autowired
	Customers customers;

	@Autowired
	Prospects prospects;

	@Autowired
	Parties parties;

	@Autowired
	PartyLookups lookups;

	@Autowired
	Competitors competitors;

	@Autowired
	Interests interests;

	@Autowired
	JdbcClient jdbc;

	ApiClient agent;

	ApiClient lawyer;

	ApiClient executive;

	@BeforeEach
	void givenNobody() {
		// Other tests keep theirs, which cases may need.
		this.jdbc.sql("DELETE FROM prospect WHERE code LIKE 'PX-%' OR search_name LIKE '%nurru%'").update();
		this.jdbc.sql("DELETE FROM customer WHERE code LIKE 'PX-%' OR search_name LIKE '%nurru%'").update();
		this.jdbc.sql("DELETE FROM declared_interest WHERE bare_name LIKE '%nurru%'").update();
		ClockUtil.setCurrentTime(Date.from(NOVEMBER_24_IN_MADRID));
		this.agent = ApiClient.of(this.port, this.identity, "agente1", "agents");
		this.lawyer = ApiClient.of(this.port, this.identity, "legal1", "legal");
		this.executive = ApiClient.of(this.port, this.identity, "ejecutivo1", "customer-engagement-executives");
	}

	@AfterEach
	void backToNow() {
		ClockUtil.reset();
	}

	Prospect prospect(String code, String name) {
		return this.prospects.create(new SaveProspect(code, name, "Transporte", 200, "es"));
	}

	Customer customer(String code, String name) {
		return this.customers.create(new SaveCustomer(code, name, Tier.GOLD, "en", List.of(), List.of()));
	}

	Party party(String code) {
		return this.parties.one("party", code);
	}

}
