package dev.escala.escalation.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.Product;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Report;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("What a case holds")
class CaseContentTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	private CaseApi api;

	@BeforeEach
	void givenPeopleAndCustomers() {
		this.api = new CaseApi(this.port, this.engine, this.customers);
	}

	@Test
	@DisplayName("A customer wants somebody to take charge: the case says who wanted it, who owns it and since when (001-10)")
	void customersOwnEscalation() {
		CaseNumber number = this.api.report("origin", "CUSTOMER", "reason", "CUSTOMER_REQUEST");
		JsonNode reported = read(number);
		assertThat(reported.path("report").path("origin").asText()).isEqualTo("CUSTOMER");
		assertThat(reported.path("type").asText()).isEqualTo("HIERARCHICAL");
		assertThat(reported.path("ownerId").isNull()).isTrue();
		assertThat(reported.path("acknowledgedAt").isNull()).isTrue();

		this.api.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());

		JsonNode begun = read(number);
		assertThat(begun.path("ownerId").asText()).isEqualTo("tecnologia");
		assertThat(Instant.parse(begun.path("acknowledgedAt").asText()))
			.isAfterOrEqualTo(Instant.parse(begun.path("reportedAt").asText()));
		assertThat(read(this.api.report("origin", "AGENT")).path("report").path("origin").asText()).isEqualTo("AGENT");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("Whatever a case is about is kept and told (001-11)")
	void criteria(Report.Criterion criterion) {
		CaseNumber number = this.api.report("criterion", criterion.name());

		assertThat(read(number).path("report").path("criterion").asText()).isEqualTo(criterion.name());
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("Details of every kind are added while the case runs, and told with their kind (001-12 to 001-17)")
	void details(CaseDetail.Kind kind) {
		CaseNumber number = this.api.report();
		assertThat(read(number).path("details")).isEmpty();

		Answer added = this.api.technician.post(CaseApi.of(number) + "/details",
				"{\"kind\": \"" + kind.name() + "\", \"text\": \"Sede de Ronda\"}");

		assertThat(added.status()).as(added.text()).isEqualTo(201);
		assertThat(read(number).path("details")).singleElement().satisfies((detail) -> {
			assertThat(detail.path("kind").asText()).isEqualTo(kind.name());
			assertThat(detail.path("text").asText()).isEqualTo("Sede de Ronda");
		});
	}

	@Test
	@DisplayName("Where nobody says which speciality is needed, the product of the affected service says it (004-19)")
	void knowsTheProduct() {
		if (this.customers.findByCode("API-PROD").isEmpty()) {
			this.customers.create(new SaveCustomer("API-PROD", "Cines del Puerto", Tier.SILVER, "es",
					List.of(new Customer.Contact("Compras", "compras@cines.example", null, true)),
					List.of(new Customer.Service("FACT", "Facturación", Product.BILLING),
							new Customer.Service("FIBRA", "Fibra", Product.NETWORK))));
		}

		String bill = this.api.report("customer", "API-PROD", "speciality", "UNKNOWN", "service", "Facturación")
			.value();
		String line = this.api.report("customer", "API-PROD", "speciality", "UNKNOWN", "service", "FIBRA").value();

		assertThat(read(new CaseNumber(bill)).path("groupId").asText()).isEqualTo("finance");
		assertThat(read(new CaseNumber(line)).path("groupId").asText()).isEqualTo("technology");
	}

	private JsonNode read(CaseNumber number) {
		return this.api.processOwner.get(CaseApi.of(number)).json();
	}

}
