package dev.escala.pursuit.quote;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.commitment.Commitments;
import dev.escala.commitment.Coverage;
import dev.escala.commitment.CoverageCheck;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterPreview;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.pipeline.Prospects;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitStory;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.quote.Quote.Status;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.ModelCoverage;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("Quotes leave through the room of letters, and what is special about them not before it is granted")
class QuoteStoryTests extends PursuitStory {

	private static final String PROPOSED = "userTask_workOpportunityProposed";

	private static final String NEGOTIATING = "userTask_workOpportunityNegotiating";

	private static final String SEND = "serviceTask_sendMessage";

	private static final UserId BY = new UserId(SELLER);

	@Autowired
	private PrepareQuote preparing;

	@Autowired
	private Quotes quotes;

	@Autowired
	private QuoteStory story;

	@Autowired
	private Commitments commitments;

	@Autowired
	private CoverageCheck coverage;

	@Autowired
	private LetterPreview preview;

	@Autowired
	private Prospects prospects;

	@Autowired
	private Outbox outbox;

	@LocalServerPort
	private int port;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("quotes");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "quote")).isEmpty();
	}

	private CaseNumber opportunity() {
		CaseNumber number = asked();
		this.work.profile(number, BY,
				new Profile(null, "Rosa Nieto", null, null, "rosa@talleres.example", null, null, null, null));
		return number;
	}

	private static SaidQuote said(String amount, String discount, String assessment) {
		return new SaidQuote("Diez licencias con formación", amount, "EUR", discount, null, "Pago a treinta días",
				"18/12/2026", "Con esto sus talleres dejan el papel. Responda cuando quiera.", null, assessment,
				(assessment == null) ? null : "04/12/2026");
	}

	private Quote quote(CaseNumber number, int version) {
		return this.quotes.of(number).get(version - 1);
	}

	private void decide(Quote quote, String outcome, String validUntil) {
		CaseNumber request = request(quote);
		this.people.complete(request, "finanzas", "userTask_acknowledgeRequest", Map.of());
		Map<String, Object> answer = new HashMap<>(Map.of("answerGiven", "decided", "outcome", outcome, "decision",
				"Por esta vez.", "reasoning", "Entran en un sector nuevo."));
		if (validUntil != null) {
			answer.put("validUntil", validUntil);
		}
		this.people.complete(request, "finanzas", "userTask_answerRequest", answer);
		this.people.run(quote.commitment(), "event_requestSettled");
	}

	private CaseNumber request(Quote quote) {
		return this.commitments.get(quote.commitment()).requestNumber();
	}

	private List<OutboxMessage> mails(CaseNumber number) {
		return this.outbox.messages(number)
			.stream()
			.filter((mail) -> "rosa@talleres.example".equals(mail.recipient()))
			.toList();
	}

	@Test
	@DisplayName("Quoted, followed up on its date, negotiated with a second version, won for its amount (002-11, 002-13, 002-14)")
	void quotedTwice() {
		CaseNumber number = asked();
		assertThatThrownBy(() -> this.preparing.prepare(number, BY, said("12.000", null, null)))
			.hasMessageContaining("No se sabe a qué correo enviar la oferta");
		this.work.profile(number, BY,
				new Profile(null, "Rosa Nieto", null, null, "rosa@talleres.example", null, null, null, null));
		assertThatThrownBy(() -> this.preparing.prepare(number, BY,
				new SaidQuote(null, "12.5", "EUX", "7.5", null, null, "31/02/2027", null, null, null, null)))
			.hasMessageContainingAll("Falta qué se ofrece", "«12.5» no es un importe", "«EUX»", "«7.5»", "31/02/2027",
					"Falta el mensaje");
		this.preparing.prepare(number, BY, said("12.000", null, null));
		assertThatThrownBy(() -> this.preparing.prepare(number, BY, said("12.000", null, null))).as("a second click")
			.hasMessageContaining("todavía no ha salido");
		assertThat(mails(number)).isEmpty();
		this.people.run(number, SEND);

		Quote first = quote(number, 1);
		assertThat(mails(number)).singleElement().extracting(OutboxMessage::subject).asString().contains("Su oferta");
		assertThat(this.preview.mail(number, LetterIntent.QUOTE, null, "Sus talleres dejan el papel.")
			.orElseThrow()
			.text()).contains("Rosa Nieto", "Diez licencias con formación", "12.000,00 EUR", "18 de diciembre de 2026",
					"Pago a treinta días", "dejan el papel");
		assertThat(first.status()).isEqualTo(Status.SENT);
		Instant followUp = first.followUpAt();
		assertThat(followUp).isAfter(Instant.parse("2026-12-09T00:00:00Z"))
			.isBefore(Instant.parse("2026-12-10T00:00:00Z"));
		assertThat(this.people.task(number, REQUESTED).getDueDate()).isEqualTo(followUp);
		this.people.complete(number, SELLER, REQUESTED, Map.of("nextStage", "PROPOSED"));
		assertThat(this.pursuits.get(number).plan().nextDue()).isEqualTo(followUp);
		assertThat(this.pursuits.get(number).deal().quote()).isEqualTo(number + "/1");
		this.people.complete(number, SELLER, PROPOSED, Map.of("nextStage", "NEGOTIATING"));
		assertThatThrownBy(() -> this.people.complete(number, SELLER, NEGOTIATING,
				Map.of("nextStage", "WON", "amount", "11.500", "currency", "EUR")))
			.hasMessageContaining("El importe es el de la última oferta enviada, 12.000,00 EUR");

		this.preparing.prepare(number, BY, said("11.400,50", "5", null));
		assertThatThrownBy(() -> this.people.complete(number, SELLER, NEGOTIATING, Map.of("nextStage", "WON")))
			.hasMessageContaining("todavía no ha salido");
		this.people.run(number, SEND);

		assertThat(quote(number, 1).status()).isEqualTo(Status.REPLACED);
		this.people.complete(number, SELLER, NEGOTIATING, Map.of("nextStage", "WON"));
		Pursuit won = this.pursuits.get(number);
		assertThat(won.standing().kind()).isEqualTo(StageKind.WON);
		assertThat(won.deal().amount()).isEqualByComparingTo("11400.50");
		assertThat(mails(number)).hasSize(2);
		assertThat(this.people.tasks(number)).containsExactly("userTask_prepareDelivery");
	}

	@Test
	@DisplayName("A discount beyond the table waits for its decision by every door; granted it leaves, and another amount asks anew (000-19, 002-14)")
	void granted() {
		CaseNumber number = opportunity();
		assertThatThrownBy(() -> this.preparing.prepare(number, BY, said("10.000", "12", null)))
			.hasMessageContainingAll("su valoración", "para cuándo necesita la respuesta");
		assertThat(this.quotes.of(number)).as("nothing is kept of what was refused").isEmpty();
		ApiClient seller = ApiClient.of(this.port, this.engine.getIdentityService(), SELLER, "sales");
		Answer prepared = seller.post("/api/pursuits/" + number + "/quotes",
				"{\"content\":\"Diez licencias\",\"amount\":\"10.000\",\"currency\":\"EUR\",\"discount\":\"12\","
						+ "\"validUntil\":\"18/12/2026\",\"message\":\"Con esto sus talleres dejan el papel.\","
						+ "\"assessment\":\"Abre el sector.\",\"neededBy\":\"04/12/2026\"}");
		assertThat(prepared.status()).as(prepared.text()).isEqualTo(201);
		Quote first = quote(number, 1);
		assertThat(this.people.tasks(first.commitment())).containsExactly("userTask_askDecision");
		assertThat(this.story.lines(number)).singleElement()
			.asString()
			.contains("sigue sin respuesta", "Se preguntó a Finanzas el 02/12");
		assertThat(this.people.jobs(number)).as("the letter has not begun to leave").doesNotContain(SEND);
		assertThatThrownBy(() -> this.people.complete(number, SELLER, REQUESTED,
				Map.of("nextStage", "PROPOSED", "quoteReference", "OF-1")))
			.hasMessageContaining("todavía no ha salido");
		assertProblem(seller.post("/api/commitments/" + first.commitment() + "/confirmation", "{\"toldText\":\"Sí\"}"),
				409);
		assertProblem(seller.post("/api/pursuits/" + number + "/moves",
				"{\"nextStage\":\"PROPOSED\",\"quoteReference\":\"OF-1\"}"), 400, "quoteReference");
		decide(first, "GRANTED", null);
		this.people.run(number, SEND);
		assertThat(quote(number, 1).status()).isEqualTo(Status.SENT);

		this.preparing.prepare(number, BY, said("9.000", "12", "Piden un poco más."));
		Quote second = quote(number, 2);
		assertThat(request(second)).isNotEqualTo(request(first));
		this.commitments.coverBy(second.commitment(), BY, request(first).value());
		Coverage now = this.coverage.coverage(this.commitments.get(second.commitment()));
		assertThat(now.allows()).isFalse();
		assertThat(now.reason()).contains("no pregunta por esta oferta");
		this.quotes.withdraw(number, BY, "Lo dejan en diez mil.");
		assertThat(quote(number, 2).status()).isEqualTo(Status.WITHDRAWN);
		assertThat(this.people.tasks(second.commitment())).isEmpty();
		assertThat(mails(number)).hasSize(1);
	}

	@Test
	@DisplayName("Refused it goes back with the reason; nobody starts its letter by the engine instead (000-19)")
	void refused() {
		CaseNumber number = opportunity();
		this.preparing.prepare(number, BY, said("8.000", "20", "Es lo que piden."));
		ProcessInstance beside = this.engine.getRuntimeService()
			.createProcessInstanceByKey("customerMessage")
			.businessKey(number.value())
			.setVariable("letterId", quote(number, 1).letterId())
			.execute();
		this.people.run(number, SEND);
		assertThat(mails(number)).as("the letter alone does not pass the gate").isEmpty();
		assertThat(
				this.engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(beside.getId()).count())
			.isZero();
		decide(quote(number, 1), "REFUSED", null);

		Quote refused = quote(number, 1);
		assertThat(refused.status()).isEqualTo(Status.RETURNED);
		assertThat(refused.note()).contains("no lo autoriza: Por esta vez.");
		assertThat(happened(number)).anyMatch((line) -> line.contains("No sale la oferta " + refused.reference()));
		assertThat(mails(number)).isEmpty();
		assertThat(this.people.tasks(number)).containsExactly(REQUESTED);
	}

	@Test
	@DisplayName("No door of the engine sends what waits for its decision, nor notes it as sent without one (000-19)")
	void aroundTheGate() {
		CaseNumber number = opportunity();
		this.preparing.prepare(number, BY, said("8.000", "20", "Es lo que piden."));
		Quote waiting = quote(number, 1);
		String gate = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey("quote")
			.processInstanceBusinessKey(number.value())
			.singleResult()
			.getId();
		String stage = this.people.task(number, REQUESTED).getId();
		String decision = this.people.task(waiting.commitment(), "userTask_askDecision").getId();
		this.engine.getTaskService().setAssignee(stage, SELLER);
		this.engine.getTaskService().setAssignee(decision, SELLER);
		StaffClient rest = StaffClient.basic(this.port, SELLER, CaseDriver.PASSWORD);
		String letter = "{\"businessKey\":\"" + number + "\",\"variables\":{\"letterId\":{\"value\":"
				+ waiting.letterId() + ",\"type\":\"Long\"},\"quoteLetterId\":{\"value\":" + waiting.letterId()
				+ ",\"type\":\"Long\"}}}";
		String sent = "{\"variables\":{\"nextStage\":{\"value\":\"PROPOSED\"},\"quoteReference\":{\"value\":\"OF-1\"}}}";

		for (String[] door : new String[][] { { "POST", "process-definition/key/quote/start", letter },
				{ "POST", "process-definition/key/customerMessage/start", letter },
				{ "POST", "process-definition/key/quote/submit-form", letter },
				{ "POST", "process-instance/" + gate + "/modification",
						"{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"callActivity_sendQuote\"}]}" },
				{ "PUT", "process-instance/" + gate + "/variables/commitmentNumber",
						"{\"value\":\"COM-2026-000001\",\"type\":\"String\"}" },
				{ "POST", "message",
						"{\"messageName\":\"requestSettled\",\"businessKey\":\"" + waiting.commitment() + "\"}" },
				{ "POST", "task/" + decision + "/complete", "{\"variables\":{}}" },
				{ "POST", "task/" + decision + "/submit-form", "{\"variables\":{}}" },
				{ "POST", "task/" + stage + "/complete", sent }, { "POST", "task/" + stage + "/submit-form", sent },
				{ "POST", "task/" + stage + "/bpmnError", "{\"errorCode\":\"commitmentRefused\"}" } }) {
			HttpResponse<String> answer = rest.json(door[0], "/engine-rest/" + door[1], door[2]);
			assertThat(answer.statusCode()).as(door[1] + " " + answer.body()).isBetween(400, 499);
			assertThat(answer.body()).as(door[1]).doesNotContain("Exception");
		}
		assertThat(rest.json("POST", "/engine-rest/task/" + stage + "/submit-form", sent).body())
			.contains("todavía no ha salido");

		assertThat(quote(number, 1).status()).isEqualTo(Status.WAITING);
		assertThat(this.people.tasks(waiting.commitment())).containsExactly("userTask_askDecision");
		assertThat(this.people.tasks(number)).containsExactly(REQUESTED);
		assertThat(this.people.jobs(number)).doesNotContain(SEND);
		assertThat(mails(number)).isEmpty();
	}

	@Test
	@DisplayName("What was granted until Friday does not leave on Saturday, and losing the deal stops what waits (000-19)")
	void grantedTooEarly() {
		CaseNumber number = opportunity();
		this.preparing.prepare(number, BY, said("8.000", "20", "Es lo que piden."));
		decide(quote(number, 1), "GRANTED", "04/12/2026");
		CaseDriver.travelTo(Instant.parse("2026-12-05T12:00:00Z"));
		this.people.run(number, SEND);
		assertThat(mails(number)).isEmpty();
		assertThat(quote(number, 1).status()).isEqualTo(Status.RETURNED);
		assertThat(quote(number, 1).note()).contains("ya no está vigente");

		this.preparing.prepare(number, BY, said("8.500", null, null));
		this.people.complete(number, SELLER, REQUESTED,
				Map.of("nextStage", "LOST", "lossReason", "NO_BUDGET", "lesson", "Preguntar antes por el dinero."));
		assertThat(quote(number, 2).status()).isEqualTo(Status.WITHDRAWN);
		assertThat(this.people.left(number)).isEmpty();
		assertThat(mails(number)).isEmpty();
	}

	@Test
	@DisplayName("Whom we rejected gets no quote that nobody decided on, wherever it was written (000-05)")
	void rejectedBefore() {
		CaseNumber number = opportunity();
		this.prospects.reject(this.pursuits.get(number).partyId(), BY, "No pagó a otros.", null);
		assertThatThrownBy(() -> this.people.complete(number, SELLER, REQUESTED,
				Map.of("nextStage", "PROPOSED", "quoteReference", "OF-1")))
			.hasMessageContainingAll("No pagó a otros.", "Antes de ofertar hay que preguntar");
		assertThatThrownBy(() -> this.preparing.prepare(number, BY, said("12.000", null, null)))
			.hasMessageContaining("su valoración");
		this.preparing.prepare(number, BY, said("12.000", null, "Tienen otra dirección."));
		assertThat(this.people.tasks(quote(number, 1).commitment())).containsExactly("userTask_askDecision");
		assertThat(this.people.jobs(number)).doesNotContain(SEND);
	}

}
