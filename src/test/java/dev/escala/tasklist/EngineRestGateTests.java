package dev.escala.tasklist;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.escala.commitment.CommitmentStatus;
import dev.escala.commitment.Commitments;
import dev.escala.internalrequest.RequestStory;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In a virtual machine of its own: Camunda's REST API asks the engine that is registered
 * there, whichever application answers.
 */
@EscalaTest
@DisplayName("Nobody gets round the gate by Camunda's REST API")
class EngineRestGateTests extends RequestStory {

	private static final String COMMIT = "userTask_commit";

	private static final String ASK = "userTask_askDecision";

	@Autowired
	private Commitments commitments;

	@LocalServerPort
	private int port;

	private StaffClient rest;

	@BeforeEach
	void givenTheRestApi() {
		this.rest = StaffClient.basic(this.port, SALES, CaseDriver.PASSWORD);
	}

	@Test
	@DisplayName("Open, refused and expired requests stop it there too; what was granted can be closed")
	void engineRest() {
		CaseNumber request = acknowledged();
		CaseNumber number = wanted(request);
		startBehind(number);
		endByError(number, ASK);
		assertThat(this.people.tasks(number)).as("open").containsExactly(ASK);
		this.people.complete(request, PRODUCT, ANSWER, decision("REFUSED"));
		this.people.run(number, "event_requestSettled");
		startBehind(number);
		assertThat(this.commitments.get(number).status()).isEqualTo(CommitmentStatus.REFUSED);

		CaseNumber missing = wanted(null);
		startBehind(missing);
		HttpResponse<String> forged = complete(missing, ASK,
				"\"coverage\": {\"value\": \"COVERED\"}, \"answer\": {\"value\": \"commit\"}");
		assertThat(forged.statusCode()).as(forged.body()).isEqualTo(400);
		HttpResponse<String> past = this.rest.json("POST",
				"/engine-rest/process-instance/" + this.people.instances(missing).get(0) + "/modification",
				"{\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"" + COMMIT + "\"}]}");
		assertThat(past.statusCode()).as(past.body()).isEqualTo(403);
		HttpResponse<String> told = this.rest.json("POST", "/engine-rest/message",
				"{\"messageName\": \"internalRequest.settled\", \"businessKey\": \"" + missing + "\"}");
		assertThat(told.statusCode()).as(told.body()).isGreaterThanOrEqualTo(400);

		CaseNumber limited = acknowledged();
		this.people.complete(limited, PRODUCT, ANSWER, decision("GRANTED", "validUntil", "24/11/2026"));
		CaseNumber late = wanted(limited);
		CaseDriver.travel(Duration.ofDays(3));
		HttpResponse<String> expired = complete(late, COMMIT, committed());
		assertThat(expired.statusCode()).as(expired.body()).isEqualTo(400);
		assertThat(expired.body()).contains("ya no está vigente");

		CaseNumber granted = acknowledged("neededBy", "30/11/2026", "customerDate", null);
		this.people.complete(granted, PRODUCT, ANSWER, decision("GRANTED"));
		CaseNumber good = wanted(granted);
		assertThat(complete(good, COMMIT, committed()).statusCode()).isEqualTo(204);
		assertThat(this.commitments.get(good).status()).isEqualTo(CommitmentStatus.COMMITTED);
		assertThat(List.of(this.commitments.get(late).status(), this.commitments.get(missing).status()))
			.containsOnly(CommitmentStatus.PREPARED);
	}

	private CaseNumber wanted(CaseNumber request) {
		return this.people.start("commitment", SALES,
				(request == null)
						? Map.of("party", "DELTA", "commitmentText", "Sin límite", "situations",
								List.of("SCOPE_BEYOND"))
						: Map.of("party", "DELTA", "commitmentText", "Sin límite", "situations",
								List.of("SCOPE_BEYOND"), "request", request.value()));
	}

	private void startBehind(CaseNumber number) {
		HttpResponse<String> started = this.rest.json("POST", "/engine-rest/process-definition/key/commitment/start",
				"{\"businessKey\": \"" + number + "\", \"skipCustomListeners\": true, \"startInstructions\": "
						+ "[{\"type\": \"startBeforeActivity\", \"activityId\": \"" + COMMIT + "\"}]}");
		assertThat(started.statusCode()).as(started.body()).isGreaterThanOrEqualTo(400);
		assertThat(started.body()).contains("Un proceso solo se empieza por el principio");
	}

	/** An error that nothing catches would end the gate as if it were open. */
	private void endByError(CaseNumber number, String task) {
		HttpResponse<String> ended = this.rest.json("POST",
				"/engine-rest/task/" + this.people.task(number, task).getId() + "/bpmnError", "{\"errorCode\": \"x\"}");
		assertThat(ended.statusCode()).as(ended.body()).isGreaterThanOrEqualTo(400);
		assertThat(ended.body()).contains("solo se termina completándola");
	}

	private static String committed() {
		return "\"commitAnswer\": {\"value\": \"commit\"}, \"toldText\": {\"value\": \"Sí\"}";
	}

	private HttpResponse<String> complete(CaseNumber number, String task, String variables) {
		return this.rest.json("POST", "/engine-rest/task/" + this.people.task(number, task).getId() + "/complete",
				"{\"variables\": {" + variables + "}}");
	}

}
