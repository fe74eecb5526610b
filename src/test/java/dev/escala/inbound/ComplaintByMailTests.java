package dev.escala.inbound;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.escala.access.Role;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.CureRequest;
import dev.escala.complaint.course.PresentComplaint;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.notification.OutboxMessage;
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

@DisplayName("A mail is a door of complaints: its arrival, its words, its files, its sender")
class ComplaintByMailTests extends InboundStory {

	private static final String HANDLER = "gestora";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private Complaints complaints;

	@Autowired
	private PresentComplaint presenting;

	@Autowired
	private ComplaintTerms terms;

	private ApiClient supervisor;

	@BeforeEach
	void givenASupervisorAndAHandler() {
		this.supervisor = ApiClient.of(this.port, this.identity, "in-supervisor", "supervisors");
		this.people.person(HANDLER, Role.COMPLAINT_HANDLERS);
	}

	@AfterEach
	void nobodyLeft() {
		this.identity.deleteUser("in-supervisor");
	}

	@Test
	@DisplayName("Opened two days later it counts from its arrival; the sender has key and receipt; twice is once, also at the same time")
	void opened() {
		Instant before = now();
		long id = stranger("marta@" + this.code.toLowerCase(Locale.ROOT) + "-cliente.example");
		String sender = this.supervisor.get("/api/inbound-mails/" + id).json().at("/sender").asText();

		List<CompletableFuture<Answer>> clicks = IntStream.range(0, 2)
			.mapToObj((click) -> CompletableFuture.supplyAsync(() -> open(id, null, null)))
			.toList();
		clicks.forEach((click) -> assertThat(click.join().status()).as(click.join().text()).isEqualTo(200));
		CaseNumber number = opened(clicks.get(0).join());

		assertThat(opened(clicks.get(1).join())).isEqualTo(number);
		assertThat(opened(open(id, null, null))).isEqualTo(number);
		Complaint complaint = this.complaints.get(number);
		assertThat(complaint.statement().presentedAt()).isBetween(before, before.plusSeconds(60));
		assertThat(complaint.receivedAt()).isAfter(before.plus(Duration.ofDays(2)));
		assertThat(complaint.statement().door()).isEqualTo(ComplaintDoor.MAIL);
		assertThat(complaint.statement().description()).startsWith("Factura de noviembre\n\nMe han cobrado dos veces");
		assertThat(complaint.statement().language()).isEqualTo("es");
		assertThat(this.customers.find(complaint.customerId()).orElseThrow().name()).isEqualTo("Marta Rey");
		assertThat(this.terms.binding(number)).isPresent();
		assertThat(this.supervisor.get("/api/matters/" + number + "/files").json().findValuesAsText("name"))
			.contains("factura.txt");
		assertThat(statuses()).containsExactly(Status.CONTACT);
		assertThat(this.people.tasks(number)).as("no reply besides").doesNotContain("userTask_replyToContact");

		this.people.run(number, "serviceTask_acknowledgeComplaint");
		assertThat(this.outbox.messages(number)).extracting(OutboxMessage::recipient).containsExactly(sender);
		var page = StaffClient.basic(this.port, "in-supervisor", CaseDriver.PASSWORD).send("GET", "/entrada/" + id);
		assertThat(page.body()).contains("Con él se abrió " + number, "abrió un expediente")
			.doesNotContain("Cambiar de quién es");
	}

	@Test
	@DisplayName("On the page one button opens it; a name beside a stranger's address makes nobody that customer")
	void page() {
		deliver("From: \"Empresa " + this.code
				+ "\" <malo@otra.example>\r\nSubject: Complaint\r\n\r\nI have not been told the price of this.");
		fetch();
		long id = lastId();
		StaffClient browser = StaffClient.basic(this.port, "in-supervisor", CaseDriver.PASSWORD);
		String shown = browser.send("GET", "/entrada/" + id).body();
		assertThat(shown).contains("Abrir una reclamación");

		assertThat(press(browser, shown, id, "customer=Nadie&language=xx").statusCode()).isEqualTo(400);
		var answer = press(browser, shown, id, "");

		assertThat(answer.statusCode()).isEqualTo(302);
		CaseNumber number = opened(this.supervisor.get("/api/inbound-mails/" + id));
		Complaint complaint = this.complaints.get(number);
		assertThat(complaint.customerId()).isNotEqualTo(this.customers.findByCode(this.code).orElseThrow().id());
		assertThat(complaint.statement().language()).isEqualTo("en");
	}

	@Test
	@DisplayName("A contact in a case becomes a complaint of its customer, and stays a contact of the case")
	void contact() {
		CaseNumber escalation = reported();
		send(this.ana, "[" + escalation + "] Otra cosa", "Además quiero reclamar por el trato de su técnico.");
		fetch();
		assertThat(contacts(escalation)).hasSize(1);

		Answer answer = open(lastId(), null, null);

		CaseNumber number = opened(answer);
		assertThat(answer.json().at("/caseNumber").asText()).isEqualTo(escalation.value());
		assertThat(this.complaints.get(number).customerId())
			.isEqualTo(this.customers.findByCode(this.code).orElseThrow().id());
		assertThat(timeline(escalation)).anyMatch((entry) -> entry.endsWith("abrió " + number + "."));
	}

	@Test
	@DisplayName("What arrived by mail before it was told by telephone counts from the mail")
	void earliestArrival() {
		Instant before = now();
		long id = stranger("otra@" + this.code.toLowerCase(Locale.ROOT) + "-cliente.example");
		CaseNumber number = presented();
		Instant told = this.complaints.get(number).statement().presentedAt();
		Instant due = this.terms.binding(number).orElseThrow().dueAt();

		Answer answer = this.supervisor.post("/api/inbound-mails/" + id + "/assignment",
				"{\"caseNumber\":\"" + number + "\",\"reason\":\"Lo escribió antes de llamar.\",\"reopen\":false}");

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(this.complaints.get(number).statement().presentedAt()).isBetween(before,
				told.minus(Duration.ofDays(1)));
		assertThat(this.terms.binding(number).orElseThrow().dueAt()).isBefore(due);
		assertThat(timeline(number)).anyMatch((entry) -> entry.contains("había llegado antes"));
		assertThat(open(id, null, null).status()).as("it is in a complaint").isEqualTo(409);
	}

	@Test
	@DisplayName("A mail that answers the request completes it, also where it comes before the request has left")
	void completes() {
		CaseNumber number = presented();
		this.people.run(number, "serviceTask_acknowledgeComplaint");
		this.dispatcher.run();
		ask(number);
		this.people.run(number, "serviceTask_askToComplete");
		this.dispatcher.run();
		answer(number, "Aquí va la copia de la factura.");
		CureRequest cure = this.complaints.cures(number).get(0);
		assertThat(cure.completion()).contains("Aquí va la copia de la factura.");
		assertThat(this.people.tasks(number)).contains("userTask_checkCompletion");
		assertThat(this.complaints.get(number).phase()).isEqualTo(ComplaintPhase.COMPLETE);

		this.people.complete(number, HANDLER, "userTask_checkCompletion",
				Map.of("completionResult", "MORE", "missing", "Falta la segunda hoja."));
		int mails = this.outbox.messages(number).size();
		answer(number, "Y la segunda hoja, que olvidé.");
		this.people.run(number, "serviceTask_askToComplete");

		assertThat(this.outbox.messages(number)).as("not asked for what is there").hasSize(mails);
		this.people.runWhenDue(number, "event_cureOver");
		assertThat(this.people.tasks(number)).contains("userTask_checkCompletion");
		assertThat(this.complaints.cures(number).get(1).completion()).contains("segunda hoja");
	}

	private void ask(CaseNumber number) {
		Map<String, Object> form = new HashMap<>(Map.of("complaintKind", "CLAIM", "complaintTopic", "OTHER",
				"complaintReason", "LOSS", "complaintPoints", "Que me devuelvan el cobro."));
		form.put("classification", "INCOMPLETE");
		form.put("missing", "Una copia de la factura.");
		this.people.complete(number, HANDLER, "userTask_classifyComplaint", form);
	}

	/** The customer answers the last mail that they got. */
	private void answer(CaseNumber number, String text) {
		OutboxMessage last = this.outbox.messages(number)
			.stream()
			.filter((one) -> one.recipient().equals(this.ana))
			.reduce((first, next) -> next)
			.orElseThrow();
		send(this.ana, "Re: " + last.subject(), text, "In-Reply-To", idOf(last));
		fetch();
	}

	private CaseNumber presented() {
		return this.people.start("complaint", "agente", new HashMap<>(Map.of("customer", this.code, "door", "IN_PERSON",
				"description", "Me han cobrado dos veces la factura.", "complaintTopic", "OTHER", "region", "md")));
	}

	/** A mail of somebody we do not know, fetched after two days without the mailbox. */
	private long stranger(String sender) {
		deliver("From: Marta Rey <" + sender + ">\r\nSubject: Factura de noviembre\r\n"
				+ "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nMe han cobrado dos veces y quiero que me lo "
				+ "devuelvan.\r\n--x\r\nContent-Disposition: attachment; filename=factura.txt\r\n\r\n84,20\r\n--x--");
		CaseDriver.travel(Duration.ofDays(2));
		fetch();
		return lastId();
	}

	private Answer open(long id, String customer, String language) {
		return this.supervisor.post("/api/inbound-mails/" + id + "/matters",
				"{\"kind\":\"complaint\",\"customer\":" + quoted(customer) + ",\"language\":" + quoted(language) + "}");
	}

	private static HttpResponse<String> press(StaffClient browser, String page, long id, String typed) {
		String token = page.replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		return browser.submit("POST", "/entrada/" + id + "/abrir", "application/x-www-form-urlencoded",
				"_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&kind=complaint&" + typed);
	}

	private static String quoted(String text) {
		return (text == null) ? "null" : "\"" + text + "\"";
	}

	private static CaseNumber opened(Answer answer) {
		return new CaseNumber(answer.json().at("/opened").asText());
	}

	private static Instant now() {
		return CaseDriver.now().truncatedTo(ChronoUnit.SECONDS);
	}

	private long lastId() {
		return this.jdbc.sql("SELECT max(id) FROM inbound_mail").query(Long.class).single();
	}

}
