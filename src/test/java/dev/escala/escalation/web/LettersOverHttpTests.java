package dev.escala.escalation.web;

import java.time.Duration;
import java.time.Instant;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.customer.Customers;
import dev.escala.escalation.course.EndCase;
import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetters;
import dev.escala.notification.Outbox;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Customers are written to at any time, and who has the first notice is said, over HTTP (003-08, 001-19)")
class LettersOverHttpTests {

	private static final String NEWS = "{\"message\": \"Su factura sale mañana a las diez.\"}";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private CustomerLetters letters;

	@Autowired
	private ServiceLevels serviceLevels;

	@Autowired
	private Outbox outbox;

	@Autowired
	private EndCase end;

	private CaseApi api;

	@BeforeEach
	void givenPeople() {
		CaseDriver.travelTo(Instant.parse("2026-11-23T09:00:00Z"));
		this.api = new CaseApi(this.port, this.engine, this.customers);
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("News go out at once, once, and the next date counts from them")
	void newsGoOut() {
		CaseNumber number = working();
		CaseDriver.travel(Duration.ofHours(1));

		Answer answer = write(number, NEWS, "Idempotency-Key", "letter-" + number);
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		assertThat(write(number, NEWS, "Idempotency-Key", "letter-" + number).status()).isEqualTo(201);
		this.api.people.run(number, "serviceTask_sendMessage");

		assertThat(this.outbox.messages(number)).filteredOn((mail) -> mail.step().startsWith("update-")).hasSize(1);
		assertThat(this.serviceLevels.find(number, ServiceClock.UPDATE).orElseThrow().startedAt())
			.isEqualTo(CaseDriver.now());
		assertThat(this.api.agent.get(path(number)).json().findValuesAsText("status")).containsExactly("SENT", "SENT");
	}

	@Test
	@DisplayName("What the customer should not read is explained and refused, unless there is a reason")
	void checked() {
		CaseNumber number = working();

		Answer refused = write(number, "{\"message\": \"Probablemente salga mañana.\"}");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.text()).contains("robablemente", "overrideReason");
		assertThat(write(number, "{\"message\": \" \"}").status()).isEqualTo(400);
		assertThat(this.letters.letters(number)).hasSize(1);

		assertThat(
				write(number, "{\"message\": \"Probablemente salga mañana.\", \"overrideReason\": \"Nadie sabe más.\"}")
					.status())
			.isEqualTo(201);
		assertThat(this.letters.letters(number)).hasSize(2);
	}

	@Test
	@DisplayName("Only those who work the case write, and only while it is open")
	void whoAndWhen() {
		CaseNumber number = working();
		assertThat(this.api.processOwner.post(path(number), NEWS).status()).isEqualTo(403);
		this.end.withdraw(number, new UserId("agente"), "Era una prueba.");

		assertThat(write(number, NEWS).status()).isEqualTo(409);
		assertThat(this.letters.letters(number)).hasSize(1);
	}

	@Test
	@DisplayName("A letter that still has its reader when the case ends is dropped, and nobody is asked to read it")
	void dropped() {
		CaseNumber number = working();
		assertThat(write(number, "{\"message\": \"Su abogado recibe la factura mañana.\"}").status()).isEqualTo(201);
		assertThat(this.api.people.tasks(number)).contains("userTask_readMessage");

		this.end.withdraw(number, new UserId("agente"), "Era una prueba.");
		this.api.people.run(number, "serviceTask_announceWithdrawal");

		assertThat(this.api.people.left(number)).isEmpty();
		assertThat(this.letters.letters(number)).last()
			.extracting(CustomerLetter::status)
			.isEqualTo(CustomerLetter.Status.DROPPED);
	}

	@Test
	@DisplayName("Each customer's first notice is listed; one that is waived needs a reason and somebody of the case")
	void firstNotices() {
		CaseNumber number = this.api.report("impact", "LOW", "urgency", "LOW");
		this.api.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.api.people.deliverBy(() -> {
		});
		this.api.people.run(number, "serviceTask_announceEscalation");
		String path = CaseApi.of(number) + "/first-notices";
		var notice = this.api.processOwner.get(path).json().get(0);
		assertThat(notice.path("state").asText()).isEqualTo("PENDING");
		String waived = "{\"notice\": " + notice.path("id") + ", \"outcome\": \"WAIVED\"";

		assertThat(this.api.processOwner.post(path, waived + ", \"reason\": \"Ya lo sabe.\"}").status()).isEqualTo(403);
		assertThat(this.api.agent.post(path, waived + "}").text()).contains("noticeReason");
		assertThat(this.api.agent.post(path, "{\"outcome\": \"WAIVED\", \"reason\": \"Ya\"}").text())
			.contains("Marque al menos un cliente");
		Answer done = this.api.agent.post(path, waived + ", \"reason\": \"Lo sabe por su matriz.\"}");

		assertThat(done.status()).as(done.text()).isEqualTo(200);
		assertThat(done.json().get(0).path("state").asText()).isEqualTo("WAIVED");
		assertThat(done.json().get(0).path("reason").asText()).isEqualTo("Lo sabe por su matriz.");
	}

	private CaseNumber working() {
		CaseNumber number = this.api.report("impact", "LOW", "urgency", "LOW");
		this.api.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.api.people.run(number, "serviceTask_announceEscalation");
		this.api.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.api.people.run(number, "serviceTask_sendMessage");
		return number;
	}

	private Answer write(CaseNumber number, String body, String... headers) {
		return this.api.agent.post(path(number), body, headers);
	}

	private static String path(CaseNumber number) {
		return CaseApi.of(number) + "/letters";
	}

}
