package dev.escala.escalation.web;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.customer.Customers;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("A case is added to and ended early over HTTP")
class ChangeOverHttpTests {

	private static final String REASON = "{\"reason\": \"El cliente lo resolvió.\"}";

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
	@DisplayName("It is withdrawn once, with its reason, and nobody has work on it any more")
	void withdraws() {
		CaseNumber number = this.api.report();

		Answer answer = this.api.agent.post(CaseApi.of(number) + "/withdrawal", REASON);

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.json().path("outcome").asText()).isEqualTo("WITHDRAWN");
		assertThat(answer.json().path("endedAt").asText()).isNotBlank();
		assertThat(answer.json().path("timeline").toString()).contains("El cliente lo resolvió.");
		assertThat(answer.json().path("deadlines")).allMatch((clock) -> !clock.path("stoppedAt").isNull());
		assertThat(this.api.people.tasks(number)).isEmpty();
		this.api.people.run(number, "serviceTask_announceWithdrawal");
		assertThat(this.api.people.instances(number)).isEmpty();
		assertThat(this.api.people.passed(number)).contains("event_endWithdrawn");
		assertEnded(number);
	}

	private void assertEnded(CaseNumber number) {
		for (Answer late : List.of(this.api.agent.post(CaseApi.of(number) + "/withdrawal", REASON),
				this.api.agent.post(CaseApi.of(number) + "/duplicate", duplicateOf(this.api.report())),
				this.api.agent.post(CaseApi.of(number) + "/details", detail("CONTACT", "Ana")),
				this.api.agent.post(CaseApi.of(number) + "/details/1/settlement", ""))) {
			assertProblem(late, 409);
			assertThat(late.text()).contains(number.value(), "ya terminó");
		}
	}

	@Test
	@DisplayName("It is marked as the duplicate of another that is neither itself nor a duplicate")
	void marksDuplicates() {
		CaseNumber original = this.api.report();
		CaseNumber number = this.api.report();
		String path = CaseApi.of(number) + "/duplicate";

		assertProblem(this.api.agent.post(path, duplicateOf(new CaseNumber("ESC-2026-999999"))), 400, "duplicateOf");
		assertProblem(this.api.agent.post(path, duplicateOf(new CaseNumber("x".repeat(100)))), 400, "duplicateOf");
		assertProblem(this.api.agent.post(path, duplicateOf(number)), 400, "duplicateOf");
		assertProblem(this.api.agent.post(path, "{}"), 400, "duplicateOf");
		assertProblem(this.api.agent.post(path, "{}"), 400, "reason");
		assertThat(this.api.agent.get(CaseApi.of(number)).json().path("phase").asText()).isEqualTo("CREATE");

		Answer answer = this.api.agent.post(path, duplicateOf(new CaseNumber(" " + original + " ")));
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.json().path("outcome").asText()).isEqualTo("DUPLICATE");
		assertThat(answer.json().path("duplicateOf").asText()).isEqualTo(original.value());
		assertThat(this.api.people.passed(number)).contains("event_duplicateFound");
		assertEnded(number);

		Answer chain = this.api.agent.post(CaseApi.of(this.api.report()) + "/duplicate", duplicateOf(number));
		assertProblem(chain, 400, "duplicateOf");
		assertThat(chain.text()).contains(original.value());
		assertProblem(this.api.agent.post(CaseApi.of(original) + "/duplicate", duplicateOf(number)), 400,
				"duplicateOf");
	}

	@Test
	@DisplayName("Of two who end it at once, one does and the other is told")
	void endsOnce() throws Exception {
		for (int round = 0; round < 5; round++) {
			CaseNumber number = this.api.report();
			CaseNumber other = this.api.report();

			List<Answer> answers = atOnce(() -> this.api.agent.post(CaseApi.of(number) + "/withdrawal", REASON),
					() -> this.api.manager.post(CaseApi.of(number) + "/duplicate", duplicateOf(other)),
					() -> this.api.technician.post(CaseApi.of(number) + "/withdrawal", REASON));

			assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409, 409);
			answers.stream().filter((answer) -> answer.status() == 409).forEach((late) -> assertProblem(late, 409));
			assertThat(this.api.people.tasks(number)).isEmpty();
		}
	}

	@Test
	@DisplayName("Two cases never become duplicates of each other")
	void neverInCircles() throws Exception {
		for (int round = 0; round < 3; round++) {
			CaseNumber one = this.api.report();
			CaseNumber two = this.api.report();

			List<Answer> answers = atOnce(() -> this.api.agent.post(CaseApi.of(one) + "/duplicate", duplicateOf(two)),
					() -> this.api.agent.post(CaseApi.of(two) + "/duplicate", duplicateOf(one)));

			assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).allMatch((status) -> status < 500);
		}
	}

	private static List<Answer> atOnce(List<Callable<Answer>> requests) throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(requests.size());
		CyclicBarrier start = new CyclicBarrier(requests.size());
		try {
			List<Future<Answer>> answers = requests.stream().map((request) -> pool.submit(() -> {
				start.await();
				return request.call();
			})).toList();
			List<Answer> all = new java.util.ArrayList<>();
			for (Future<Answer> answer : answers) {
				all.add(answer.get());
			}
			return all;
		}
		finally {
			pool.shutdownNow();
		}
	}

	@SafeVarargs
	private static List<Answer> atOnce(Callable<Answer>... requests) throws Exception {
		return atOnce(List.of(requests));
	}

	@Test
	@DisplayName("Details are added once and settled once; only those of this case")
	void addsAndSettles() {
		CaseNumber number = this.api.report();
		CaseNumber other = this.api.report();

		Answer added = this.api.technician.post(CaseApi.of(number) + "/details",
				detail("CUSTOMER_ISSUE", " Falta\\n la 17 "));
		assertThat(added.status()).as(added.text()).isEqualTo(201);
		assertThat(added.header("Location")).isEqualTo(CaseApi.of(number));
		assertThat(this.api.agent.post(CaseApi.of(number) + "/details", detail("CUSTOMER_ISSUE", "Falta la 17"))
			.json()
			.path("details")).hasSize(1);
		long id = added.json().path("openMatters").path(0).asLong();
		assertThat(id).isPositive();
		assertThat(added.json().path("details").path(0).path("text").asText()).isEqualTo("Falta la 17");

		for (Answer unknown : Stream.of(CaseApi.of(other) + "/details/" + id, CaseApi.of(number) + "/details/0",
				CaseApi.of(number) + "/details/-1", CaseApi.of(new CaseNumber("ESC-2026-999999")) + "/details/" + id)
			.map((path) -> this.api.agent.post(path + "/settlement", ""))
			.toList()) {
			assertProblem(unknown, 404);
		}
		for (String wrong : List.of("x", "99999999999999999999", "1.5")) {
			assertProblem(this.api.agent.post(CaseApi.of(number) + "/details/" + wrong + "/settlement", ""), 400, "id");
		}

		JsonNode settled = this.api.agent.post(CaseApi.of(number) + "/details/" + id + "/settlement", "").json();
		assertThat(settled.path("openMatters")).isEmpty();
		JsonNode again = this.api.agent.post(CaseApi.of(number) + "/details/" + id + "/settlement", "").json();
		assertThat(again.path("details")).isEqualTo(settled.path("details"));
		assertThat(again.path("timeline")).hasSameSizeAs(settled.path("timeline"));
	}

	@Test
	@DisplayName("A linked case of ours is settled by its own end and by nobody's word (001-14, 001-28)")
	void linkedCasesSettleThemselves() {
		CaseNumber linked = this.api.report();
		CaseNumber number = this.api.report();
		long id = this.api.agent.post(CaseApi.of(number) + "/details", detail("LINKED_RECORD", linked.value()))
			.json()
			.path("openMatters")
			.path(0)
			.asLong();

		Answer refused = this.api.agent.post(CaseApi.of(number) + "/details/" + id + "/settlement", "");
		assertProblem(refused, 409);
		assertThat(refused.text()).contains(linked.value());

		this.api.agent.post(CaseApi.of(linked) + "/withdrawal", REASON);
		assertThat(this.api.agent.get(CaseApi.of(number)).json().path("openMatters")).isEmpty();
	}

	@Test
	@DisplayName("An analysis is asked for once, by those entitled, while the case runs or afterwards (001-29)")
	void asksForAnalysis() throws Exception {
		CaseNumber number = this.api.report();
		String path = CaseApi.of(number) + "/rca-request";

		assertProblem(this.api.agent.post(path, REASON), 403);
		assertProblem(this.api.manager.post(path, "null"), 400);
		assertProblem(this.api.manager.post(path, "{}"), 400, "reason");
		assertProblem(this.api.manager.post(path, "{\"reason\": \"" + "x".repeat(1001) + "\"}"), 400, "reason");
		assertProblem(this.api.manager.post(CaseApi.of(new CaseNumber("ESC-2026-999999")) + "/rca-request", REASON),
				404);
		assertProblem(this.api.manager.get(CaseApi.of(number) + "/rca"), 404);
		List<Answer> answers = atOnce(() -> this.api.manager.post(path, REASON),
				() -> this.api.manager.post(path, REASON));
		assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(202, 409);
		assertProblem(this.api.manager.post(path, REASON), 409);
		JsonNode details = this.api.agent.get(CaseApi.of(number)).json();
		assertThat(details.path("rcaRequested").asBoolean()).isTrue();
		assertThat(details.path("timeline")).filteredOn((entry) -> entry.path("text").asText().contains("causa raíz"))
			.hasSize(1);

		CaseNumber withdrawn = this.api.report();
		this.api.agent.post(CaseApi.of(withdrawn) + "/withdrawal", REASON);
		assertProblem(this.api.manager.post(CaseApi.of(withdrawn) + "/rca-request", REASON), 409);

		CaseNumber closed = this.api.closed();
		Answer started = this.api.manager.post(CaseApi.of(closed) + "/rca-request", REASON);
		assertThat(started.status()).as(started.text()).isEqualTo(202);
		assertThat(started.json().path("answer").asText()).isEqualTo("STARTED");
		assertProblem(this.api.manager.post(CaseApi.of(closed) + "/rca-request", REASON), 409);
		assertThat(this.api.people.tasks(closed)).hasSize(1);
		JsonNode rca = this.api.processOwner.get(CaseApi.of(closed) + "/rca").json();
		assertThat(rca.path("status").asText()).isNotBlank();
		assertThat(rca.path("request").path("by").asText()).isEqualTo("api-manager");
	}

	@Test
	@DisplayName("What is not there, not JSON or not allowed is refused at every address alike")
	void refuses() {
		CaseNumber number = this.api.report();
		for (String end : List.of("/withdrawal", "/duplicate", "/details", "/rca-request")) {
			String path = CaseApi.of(number) + end;
			for (String body : List.of("", "null", "[]", "7", "{", "{\"x\": 1}", "{\"reason\": 7}", "\"x\"")) {
				assertProblem(this.api.manager.post(path, body), 400);
			}
			assertProblem(this.api.manager.post(path, REASON, "Content-Type", "text/plain"), 415);
			assertProblem(this.api.manager.get(path), 405);
			assertProblem(this.api.manager.post(path, "x".repeat(2_000_000)), 413);
		}
		String unknown = CaseApi.of(new CaseNumber("ESC-2026-999999"));
		assertProblem(this.api.agent.post(unknown + "/withdrawal", REASON), 404);
		assertProblem(this.api.agent.post(unknown + "/duplicate", duplicateOf(number)), 404);
		assertProblem(this.api.agent.post(unknown + "/details", detail("CONTACT", "Ana")), 404);
		assertProblem(this.api.agent.post(CaseApi.of(number) + "/withdrawal", "{\"reason\": \"\"}"), 400, "reason");
		assertProblem(
				this.api.agent.post(CaseApi.of(number) + "/withdrawal", "{\"reason\": \"" + "x".repeat(1001) + "\"}"),
				400, "reason");
		assertProblem(this.api.agent.post(CaseApi.of(number) + "/withdrawal", "{\"reason\": \"a\\u0000\"}"), 400,
				"reason");
		assertProblem(this.api.agent.post(CaseApi.of(number) + "/details", detail("NOTHING", "x")), 400, "kind");
		assertProblem(this.api.agent.post(CaseApi.of(number) + "/details", detail("OTHER", "x".repeat(501))), 400,
				"text");
		assertProblem(this.api.agent.post(CaseApi.of(number) + "/details", detail("OTHER", " ")), 400, "text");
	}

	@Test
	@DisplayName("Only the owner, the group, the agents and those above change a case")
	void forbids() {
		CaseNumber number = this.api.report();
		for (ApiClient stranger : List.of(this.api.processOwner, this.api.processOwner)) {
			assertProblem(stranger.post(CaseApi.of(number) + "/withdrawal", REASON), 403);
			assertProblem(stranger.post(CaseApi.of(number) + "/duplicate", duplicateOf(number)), 403);
			assertProblem(stranger.post(CaseApi.of(number) + "/details", detail("CONTACT", "Ana")), 403);
			assertProblem(stranger.post(CaseApi.of(number) + "/details/1/settlement", ""), 403);
			assertProblem(stranger.post(CaseApi.of(number) + "/rca-request", REASON), 403);
		}
		assertThat(this.api.technician.post(CaseApi.of(number) + "/withdrawal", REASON).status()).isEqualTo(200);
	}

	private static String duplicateOf(CaseNumber number) {
		return "{\"duplicateOf\": \"" + number + "\", \"reason\": \"Es lo mismo.\"}";
	}

	private static String detail(String kind, String text) {
		return "{\"kind\": \"" + kind + "\", \"text\": \"" + text + "\"}";
	}

}
