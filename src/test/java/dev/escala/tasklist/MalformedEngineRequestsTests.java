package dev.escala.tasklist;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import dev.escala.tasklist.MalformedRequests.Malformed;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In a virtual machine of its own, because what the requests do changes the engine. More
 * of them with {@code -Descala.requests=900}.
 */
@EscalaTest
@DisplayName("Malformed requests to Camunda's REST interfaces")
class MalformedEngineRequestsTests {

	private static final int REQUESTS = Integer.getInteger("escala.requests", 48);

	private static final long SEED = Long.getLong("escala.seed", 12);

	private static final Pattern NOT_FOR_PEOPLE = Pattern
		.compile("Exception|camunda|ENGINE-\\d|\\b(java|org|com|dev)\\.[a-z]+\\.|(?i)\\bsql|\\bselect\\b|constraint"
				+ "|\\b(the|not|cannot|must|should|failed|invalid|required|found)\\b");

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Test
	@DisplayName("are never an internal error and never name a class, at both doors, whoever sends them")
	void seeded() throws IOException {
		EveryFieldProcess process = new EveryFieldProcess(this.engine);
		process.person("mala", "Alba", "camunda-admin");
		process.person("malb", "Ben", "agents");
		process.person("malc", "Cid", "agents");
		Task task = process.start("LOW", "malb", "agents", null);
		MalformedRequests requests = new MalformedRequests(SEED, List.of(task.getId(), task.getProcessInstanceId(),
				task.getProcessDefinitionId(), "everyField", "malc", "default", "severity", "customerEscalation"));
		List<Sender> senders = List.of(basic("mala"), session("mala"), basic("malb"), session("malb"));
		Map<Integer, Integer> statuses = new TreeMap<>();
		List<String> wrong = new ArrayList<>();

		for (int i = 0; i < REQUESTS; i++) {
			Malformed request = requests.next();
			HttpResponse<String> answer = senders.get(i % senders.size()).send(request);
			statuses.merge(answer.statusCode(), 1, Integer::sum);
			if (!isGood(answer)) {
				wrong.add(i + " " + request + " -> " + answer.statusCode() + " " + answer.body());
			}
		}

		System.out.println(REQUESTS + " malformed requests, seed " + SEED + ": " + statuses);
		assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
		assertThat(statuses.keySet()).contains(400, 404);
	}

	private static boolean isGood(HttpResponse<String> answer) throws IOException {
		if (answer.statusCode() < 400) {
			return true;
		}
		if (answer.statusCode() >= 500
				|| !answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
			return false;
		}
		JsonNode body = new ObjectMapper().readTree(answer.body());
		String sentence = body.path("detail").asText();
		// What the caller sent may be repeated between quotation marks.
		String own = (body.path("title").asText() + " " + sentence).replaceAll("«[^»]*»", "").replace("maxResults", "");
		// What is no address at all, the web server refuses, with the sentence once.
		return !sentence.isBlank() && sentence.equals(body.path("message").asText(sentence))
				&& !NOT_FOR_PEOPLE.matcher(own).find();
	}

	private Sender basic(String user) {
		return new Sender(StaffClient.basic(this.port, user, EveryFieldProcess.PASSWORD), "/engine-rest");
	}

	private Sender session(String user) {
		StaffClient client = StaffClient.session(this.port, user, EveryFieldProcess.PASSWORD);
		client.send("GET", "/camunda/app/tasklist/default/");
		return new Sender(client, "/camunda/api/engine/engine/default");
	}

	/** Somebody at one of the doors. */
	private record Sender(StaffClient client, String door) {

		HttpResponse<String> send(Malformed request) {
			return this.client.submit(request.method(), this.door + request.path(), request.type(), request.body(),
					"X-XSRF-TOKEN", this.client.cookie("XSRF-TOKEN").orElse("none"));
		}

	}

}
