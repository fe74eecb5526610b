package dev.escala.benchmark;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApplicationNode;
import dev.escala.support.Forms;
import dev.escala.support.StaffClient;

/**
 * People who work fast: every eight seconds each reports a case, reads it and takes it
 * over. Eight of them make a case a second, 3,600 an hour.
 */
final class WorkingDay implements AutoCloseable {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final ApplicationNode node;

	private static final int SECONDS_PER_CASE = 8;

	private final ScheduledExecutorService people;

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	private WorkingDay(ApplicationNode node, int people) {
		this.node = node;
		this.people = Executors.newScheduledThreadPool(people);
		long period = TimeUnit.SECONDS.toMillis(SECONDS_PER_CASE);
		for (int i = 0; i < people; i++) {
			StaffClient agent = node.as("agente");
			StaffClient technician = node.as("tecnica");
			this.people.scheduleAtFixedRate(() -> work(agent, technician), i * period / people, period,
					TimeUnit.MILLISECONDS);
		}
	}

	static WorkingDay begin(ApplicationNode node, int people) {
		return new WorkingDay(node, people);
	}

	/** Reports cases, several at a time, and returns when all are there. */
	static void report(ApplicationNode node, int cases) throws InterruptedException {
		ExecutorService people = Executors.newFixedThreadPool(4);
		AtomicInteger left = new AtomicInteger(cases);
		for (int i = 0; i < 4; i++) {
			people.execute(() -> {
				StaffClient agent = node.as("agente");
				while (left.getAndDecrement() > 0) {
					ApplicationNode.require(201, report(agent));
				}
			});
		}
		people.shutdown();
		if (!people.awaitTermination(20, TimeUnit.MINUTES)) {
			throw new IllegalStateException("The cases are not reported yet");
		}
	}

	private static HttpResponse<String> report(StaffClient agent) {
		return agent.json("POST", "/api/escalations", json(Forms.report("NORTE")));
	}

	private void work(StaffClient agent, StaffClient technician) {
		HttpResponse<String> reported = counted(report(agent));
		try {
			takeOver(technician, new CaseNumber(ApplicationNode.require(201, reported).get("number").asText()));
		}
		catch (AssertionError ex) {
			this.failures.add(String.valueOf(ex.getMessage()));
		}
	}

	private void takeOver(StaffClient technician, CaseNumber number) {
		counted(technician.send("GET", "/api/escalations/" + number));
		JsonNode tasks = ApplicationNode.require(200, counted(technician.send("GET",
				"/engine-rest/task?processInstanceBusinessKey=" + number + "&taskDefinitionKey=userTask_takeOver")));
		String task = "/engine-rest/task/" + tasks.get(0).get("id").asText();
		counted(technician.json("POST", task + "/claim", json(Map.of("userId", "tecnica"))));
		ObjectNode form = JSON.createObjectNode();
		Forms.takeOver()
			.forEach((key, value) -> form.withObject("/variables").putObject(key).put("value", String.valueOf(value)));
		counted(technician.json("POST", task + "/submit-form", form.toString()));
	}

	private HttpResponse<String> counted(HttpResponse<String> answer) {
		this.requests.incrementAndGet();
		if (!List.of(200, 201, 204).contains(answer.statusCode())) {
			this.refused.incrementAndGet();
		}
		return answer;
	}

	private static String json(Object value) {
		try {
			return JSON.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	String result() {
		return this.requests + " requests, " + this.refused + " of them refused"
				+ this.failures.stream().findFirst().map((first) -> ", for example: " + first).orElse("");
	}

	@Override
	public void close() throws InterruptedException {
		this.people.shutdownNow();
		this.people.awaitTermination(1, TimeUnit.MINUTES);
	}

}
