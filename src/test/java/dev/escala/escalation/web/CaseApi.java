package dev.escala.escalation.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;

import static org.assertj.core.api.Assertions.assertThat;

/** People and customers that tests of the API of escalations begin with. */
final class CaseApi {

	static final String PATH = "/api/escalations";

	static final String CUSTOMER = "API-NORTE";

	/** A name that two customers share. */
	static final String SHARED_NAME = "Panadería Dos Ríos";

	private static final ObjectMapper JSON = new ObjectMapper();

	final ApiClient agent;

	final ApiClient manager;

	final ApiClient technician;

	final ApiClient lawyer;

	final ApiClient processOwner;

	final CaseDriver people;

	CaseApi(int port, ProcessEngine engine, Customers customers) {
		this.agent = ApiClient.of(port, engine.getIdentityService(), "api-agent", "agents");
		this.manager = ApiClient.of(port, engine.getIdentityService(), "api-manager", "managers");
		this.technician = ApiClient.of(port, engine.getIdentityService(), "api-technician", "technology");
		this.lawyer = ApiClient.of(port, engine.getIdentityService(), "api-lawyer", "legal");
		this.processOwner = ApiClient.of(port, engine.getIdentityService(), "api-owner", "process-owners");
		this.people = new CaseDriver(engine);
		this.people.staff();
		customer(customers, CUSTOMER, "Clínica Ñandú del Norte");
		customer(customers, "API-DOS-A", SHARED_NAME + " Alta");
		customer(customers, "API-DOS-B", SHARED_NAME + " Baja");
	}

	private static void customer(Customers customers, String code, String name) {
		if (customers.findByCode(code).isEmpty()) {
			customers.create(new SaveCustomer(code, name, Tier.GOLD, "es", List
				.of(new Customer.Contact("Compras", code.toLowerCase(Locale.ROOT) + "@cliente.example", null, true)),
					List.of()));
		}
	}

	/** A report as the API takes it, like the one of {@link Forms#report}. */
	static ObjectNode body() {
		return JSON.valueToTree(Forms.report(CUSTOMER));
	}

	/** The same with other text values. */
	static ObjectNode body(String... keysAndValues) {
		ObjectNode body = body();
		for (int i = 0; i < keysAndValues.length; i += 2) {
			body.put(keysAndValues[i], keysAndValues[i + 1]);
		}
		return body;
	}

	/** Reports a case of the technicians and returns its number. */
	CaseNumber report(String... keysAndValues) {
		Answer answer = this.agent.post(PATH, body(keysAndValues).toString());
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		return new CaseNumber(answer.json().path("number").asText());
	}

	/** A case that was carried to its end and needed no analysis. */
	CaseNumber closed() {
		CaseNumber number = report("impact", "LOW", "urgency", "LOW");
		resolve(number);
		this.people.complete(number, "tecnologia", "userTask_checkClosing",
				Map.of("closingSummary", "Cola reparada.", "lessonsLearned", "Vigilar la cola."));
		this.people.run(number, "serviceTask_closeCase");
		return number;
	}

	/** From the report to the customer's yes. */
	void resolve(CaseNumber number) {
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		this.people.complete(number, "tecnologia", "userTask_executePlan", Forms.progress("done"));
		this.people.complete(number, "gerente", "userTask_declareResolution",
				Map.of("resolutionDeclared", "yes", "declarationNote", "Las facturas llegan."));
		this.people.complete(number, "arquitecto", "userTask_verifyResolution",
				Map.of("resolutionVerified", "verified", "verificationNote", "Comprobado con tres facturas."));
		this.people.run(number, "serviceTask_announceResolution");
		this.people.complete(number, "ejecutivo", "userTask_confirmWithCustomer",
				Map.of("serviceUsable", "yes", "confirmationNote", "El cliente lo confirma.", "satisfaction", "5"));
	}

	static String of(CaseNumber number) {
		return PATH + "/" + number;
	}

}
