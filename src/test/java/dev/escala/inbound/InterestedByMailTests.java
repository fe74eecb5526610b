package dev.escala.inbound;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.escala.inbound.InboundMail.Status;
import dev.escala.pursuit.Capture;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A mail of somebody who is interested becomes a prospect with a click")
class InterestedByMailTests extends InboundStory {

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private Pursuits pursuits;

	@Autowired
	private Profiles profiles;

	private ApiClient supervisor;

	@BeforeEach
	void givenASupervisor() {
		this.supervisor = ApiClient.of(this.port, this.identity, "int-supervisor", "supervisors");
	}

	@AfterEach
	void nobodyLeft() {
		this.identity.deleteUser("int-supervisor");
	}

	@Test
	@DisplayName("Once, also for two clicks at the same time; a second mail goes where the first one went, and they are called now (004-18)")
	void stranger() {
		String sender = "julia@" + this.code.toLowerCase(Locale.ROOT) + "-interesada.example";
		long id = mail("Julia " + this.code + " <" + sender + ">", "Precios", "Quiero cambiar de proveedor.");
		assertThat(StaffClient.basic(this.port, "int-supervisor", CaseDriver.PASSWORD)
			.send("GET", "/entrada/" + id)
			.body()).contains("Es un interesado", "Abrir una reclamación", "id=\"open-customer-prospect\"",
					"id=\"open-customer-complaint\"");

		List<CompletableFuture<Answer>> clicks = IntStream.range(0, 2)
			.mapToObj((click) -> CompletableFuture.supplyAsync(() -> open(id)))
			.toList();
		clicks.forEach((click) -> assertThat(click.join().status()).as(click.join().text()).isEqualTo(200));

		CaseNumber number = opened(clicks.get(0).join());
		assertThat(opened(clicks.get(1).join())).isEqualTo(number);
		Pursuit pursuit = this.pursuits.get(number);
		assertThat(pursuit.capture()).isEqualTo(Capture.MAIL);
		assertThat(pursuit.standing().stage()).isEqualTo("NEW");
		assertThat(this.profiles.get(number).contactEmail()).isEqualTo(sender);
		assertThat(this.profiles.get(number).recentEvents()).isEqualTo("Precios\nQuiero cambiar de proveedor.");
		assertThat(statuses()).containsExactly(Status.CONTACT);
		assertThat(this.outbox.messages(number)).as("nobody is written to")
			.noneMatch((message) -> message.recipient().equals(sender));

		long later = mail("Julia <" + sender + ">", "Otra vez", "Llámenme, por favor.");
		assertThat(opened(open(later))).isEqualTo(number);
		assertThat(this.pursuits.get(number).plan().nextDue()).isBeforeOrEqualTo(CaseDriver.now());
		assertThat(timeline(number)).anyMatch((entry) -> entry.contains("Llámenme, por favor."));
	}

	@Test
	@DisplayName("A customer who asks is pursued as that customer; a stranger who is called like one is not them")
	void customers() {
		long id = mail("Ana <" + this.ana + ">", "Más líneas", "Queremos diez más.");
		CaseNumber known = opened(open(id));
		assertThat(this.pursuits.get(known).customerId())
			.isEqualTo(this.customers.findByCode(this.code).orElseThrow().id());

		String company = this.customers.findByCode(this.code).orElseThrow().name();
		long other = mail("\"" + company + "\" <malo@" + this.code.toLowerCase(Locale.ROOT) + "-otra.example>",
				"Precios", "Dígame los precios.");
		CaseNumber stranger = opened(open(other));
		assertThat(stranger).isNotEqualTo(known);
		assertThat(this.pursuits.get(stranger).customerId()).isNull();
	}

	private long mail(String from, String subject, String text) {
		deliver("From: " + from + "\r\nSubject: " + subject + "\r\n\r\n" + text);
		fetch();
		return this.jdbc.sql("SELECT max(id) FROM inbound_mail").query(Long.class).single();
	}

	private Answer open(long id) {
		return this.supervisor.post("/api/inbound-mails/" + id + "/matters", "{\"kind\":\"prospect\"}");
	}

	private static CaseNumber opened(Answer answer) {
		return new CaseNumber(answer.json().at("/opened").asText());
	}

}
