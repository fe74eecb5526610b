package dev.escala.escalation.process;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.escala.clock.ServiceClock;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Phase;
import dev.escala.matter.Severity;
import dev.escala.observation.Observation.Ending;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.AtOnce;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.timeline.TimelineEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes back while a case is observed reopens it. */
abstract class RecurrenceStories extends ObservationStory {

	@Test
	@DisplayName("The customer says on the page that it has come back: reopened with the clocks right, and the owner hears of it")
	void customerSaysSo() {
		CaseNumber number = closed(moderate());
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);

		assertThat(post(number, "reapertura", "text=Vuelven+a+faltar" + "+facturas".repeat(300))).isEqualTo(302);

		assertReopened(number);
		assertThat(deadline(number, ServiceClock.CONTACT_REPLY).isOpen()).isTrue();
		assertThat(mailToOwner(number)).contains("Vuelven a faltar", "se reabrió por sí solo");
		assertThat(page(number)).doesNotContain("Seguimos atentos");
	}

	@Test
	@DisplayName("Whoever rates a case as not solved while it is observed has said that it is not over")
	void ratedAsNotSolved() {
		CaseNumber number = closed(moderate());
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);

		assertThat(post(number, "opinion", "heard=yes&solved=no&score=2&comment=Sigue+igual")).isEqualTo(302);

		assertReopened(number);
		assertThat(this.people.tasks(number)).contains("userTask_replyToContact");
		assertThat(this.timeline.entries(number)).extracting(TimelineEntry::text)
			.filteredOn(
					(text) -> text.contains("Sigue igual") && !text.contains("reabrió") && !text.contains("reapertura"))
			.as("the contact, once")
			.singleElement()
			.asString()
			.startsWith("Contactó el cliente: Valoró el caso con 2 de 5");
	}

	@Test
	@DisplayName("An incident of the same customer and service reopens the case and goes on there; another service is a case of its own")
	void reportedByApi() {
		CaseNumber number = closed(Forms.with(moderate(), "service", "Portal de facturas"));
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);
		ApiClient agent = agent();

		CaseNumber other = new CaseNumber(
				agent.post("/api/escalations", report("Correo")).json().at("/number").asText());
		assertThat(this.escalations.get(other).isOpen()).isTrue();
		assertThat(this.observations.current(number)).isPresent();
		ApiClient.Answer answer = agent.post("/api/escalations", report("portal de facturas"));

		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		assertThat(answer.json().at("/outcome").asText()).isEqualTo("DUPLICATE");
		assertThat(answer.json().at("/duplicateOf").asText()).isEqualTo(number.value());
		CaseNumber again = new CaseNumber(answer.json().at("/number").asText());
		assertReopened(number);
		assertThat(this.escalations.get(number).severity()).as("it came back worse").isEqualTo(Severity.HIGH);
		assertThat(this.escalations.details(number)).extracting(CaseDetail::text)
			.contains(again.value(), "INC0099", "Falta el abono");
		this.people.run(again, "serviceTask_announceDuplicate");
		assertThat(this.people.left(again)).isEmpty();
		assertThat(this.observations.all(again)).as("a duplicate is not observed").isEmpty();
	}

	@Test
	@DisplayName("An incident that is imported from another system reopens the case as well, and is not imported twice")
	void imported() {
		CaseNumber number = closed(Forms.with(moderate(), "service", "CI-4711"));
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);
		byte[] file = """
				number,incident_state,active,reassignment_count,reopen_count,made_sla,caller_id,opened_at,sys_updated_at,\
				category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,problem_id,closed_code,\
				resolved_at,closed_at
				INC7700001,Active,TRUE,0,0,FALSE,NORTE,24-11-2026 12:00,24-11-2026 12:30,Category 55,?,?,ci-4711,3 - Low,\
				3 - Low,2 - High,Group 56,Problem ID 9,?,?,?
				"""
			.getBytes(StandardCharsets.UTF_8);
		ApiClient supervisor = ApiClient.of(this.pages, this.engine.getIdentityService(), "obs-supervisor",
				"supervisors");

		String first = supervisor.postCsv("/api/imports/servicenow", file).text();
		String second = supervisor.postCsv("/api/imports/servicenow", file).text();

		assertThat(first).contains("\"started\":1");
		assertThat(second).contains("\"known\":1");
		assertReopened(number);
		assertThat(this.escalations.details(number)).extracting(CaseDetail::text)
			.contains("INC7700001", "Problem ID 9");
		assertThat(this.escalations.get(number).severity()).as("never less than it was").isEqualTo(Severity.MODERATE);
	}

	@Test
	@DisplayName("A word given while the case is observed, and broken, reopens it and makes it worse")
	void promiseBroken() {
		CaseNumber number = closed(moderate());
		CaseDriver.travelTo(Instant.parse("2026-11-25T08:00:00Z"));
		this.promises.start(number, OWNER, "Enviar la factura corregida", null);
		this.people.complete(number, "tecnologia", "userTask_askExpectation",
				Map.of("expectation", "Hoy", "expectedPriority", "DATE"));
		this.people.complete(number, "tecnologia", "userTask_estimateDate", Map.of("promiseContent",
				"Enviar la factura corregida", "estimateHours", 1, "complexity", "KNOWN", "capabilityConfirmed", true));
		this.people.run(number, "serviceTask_proposeDate");
		assertThat(page(number)).contains("¿Le parece bien esta fecha?");
		this.people.complete(number, "tecnologia", "userTask_recordAnswer", Map.of("customerAnswer", "accepted"));
		assertThat(this.escalations.get(number).isOpen()).isFalse();

		this.people.runWhenDue(number, "event_promiseOver");

		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.RESOLVE);
		assertThat(this.escalations.get(number).severity()).isEqualTo(Severity.HIGH);
		assertThat(endings(number)).containsExactly(Ending.REOPENED);
		assertThat(this.people.tasks(number)).contains("userTask_executePlan", "userTask_apologise");
		assertThat(mailToOwner(number)).contains("Se incumplió un compromiso");
		assertThat(deadline(number, ServiceClock.RESOLUTION).isOpen()).isTrue();
	}

	@Test
	@DisplayName("Staff reopen an observed case; closed again it is observed anew, and the customer is told and asked anew")
	void reopenedByStaff() {
		CaseNumber number = closed(moderate());
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);

		this.reopening.reopen(number, new UserId("agente"), "Vuelven a faltar facturas.");

		assertReopened(number);
		assertThat(told(number, "reopened-")).as("a colleague knows").isEmpty();
		close(number);
		assertThat(this.observations.current(number).orElseThrow().until()).isEqualTo("2026-11-30T17:00:00Z");
		assertThat(mail(number, "closed-1")).contains("lunes 30 de noviembre");
		this.people.runWhenDue(number, "event_periodOver");
		assertThat(post(number, "resuelto", "")).isEqualTo(302);
		assertThat(endings(number)).containsExactly(Ending.REOPENED, Ending.AGREED);
		assertThat(this.people.left(number)).isEmpty();
	}

	@Test
	@DisplayName("Two who say at the same moment that it came back reopen it once; so does who comes with the timer")
	void atOnce() throws Exception {
		CaseNumber number = closed(moderate());
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);
		Callable<Boolean> staff = () -> reopens(number, new UserId("agente"));
		Callable<Boolean> customer = () -> reopens(number, UserId.CUSTOMER);

		assertThat(AtOnce.call(staff, customer)).containsExactlyInAnyOrder(true, false);

		assertReopened(number);
		assertThat(history(number)).filteredOn((text) -> text.startsWith("Se reabrió el caso")).hasSize(1);
		CaseNumber asked = closed(moderate());
		CaseDriver.travelTo(this.observations.current(asked).orElseThrow().until());
		String timer = this.people.jobIds(asked, "event_periodOver").get(0);
		AtOnce.call(() -> reopens(asked, new UserId("agente")), () -> runs(timer));
		assertThat(endings(asked)).containsExactly(Ending.REOPENED);
		assertThat(this.people.jobs(asked)).doesNotContain("event_periodOver", "event_answerLate");
	}

}
