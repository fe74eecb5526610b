package dev.escala.benchmark;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * over. Eight of them make a case a second, 3,600 an hour. What is measured beside people
 * who are refused is void: whoever measures asks {@link #end()} and fails with it.
 */
final class WorkingDay implements AutoCloseable {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final List<Integer> DONE = List.of(200, 201, 204);

	private static final int SECONDS_PER_CASE = 8;

	private final ScheduledExecutorService people;

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	private final AtomicInteger takenOver = new AtomicInteger();

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	private WorkingDay(ApplicationNode node, int people) {
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
	static void report(ApplicationNode node, int cases) throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(4);
		AtomicInteger left = new AtomicInteger(cases);
		List<Future<?>> work = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			work.add(people.submit(() -> {
				StaffClient agent = node.as("agente");
				while (left.getAndDecrement() > 0) {
					ApplicationNode.require(201, report(agent));
				}
			}));
		}
		people.shutdown();
		if (!people.awaitTermination(20, TimeUnit.MINUTES)) {
			throw new IllegalStateException("The cases are not reported yet");
		}
		for (Future<?> done : work) {
			// Throws what stopped one of them.
			done.get();
		}
	}

	private static HttpResponse<String> report(StaffClient agent) {
		return agent.json("POST", "/api/escalations", json(Forms.report("NORTE")));
	}

	/** What goes wrong is kept: an exception would only end this person's day. */
	private void work(StaffClient agent, StaffClient technician) {
		try {
			JsonNode reported = ApplicationNode.require(201, counted(report(agent)));
			takeOver(technician, new CaseNumber(reported.get("number").asText()));
			this.takenOver.incrementAndGet();
		}
		catch (AssertionError | RuntimeException ex) {
			this.failures.add(String.valueOf(ex.getMessage()));
		}
	}

	private void takeOver(StaffClient technician, CaseNumber number) {
		ApplicationNode.require(200, counted(technician.send("GET", "/api/escalations/" + number)));
		JsonNode tasks = ApplicationNode.require(200, counted(technician.send("GET", "/engine-rest/task?maxResults=1"
				+ "&processInstanceBusinessKey=" + number + "&taskDefinitionKey=userTask_takeOver")));
		if (tasks.isEmpty()) {
			throw new IllegalStateException(number + " has no task of taking it over");
		}
		String task = "/engine-rest/task/" + tasks.get(0).get("id").asText();
		done(technician.json("POST", task + "/claim", json(Map.of("userId", "tecnica"))));
		ObjectNode form = JSON.createObjectNode();
		Forms.takeOver()
			.forEach((key, value) -> form.withObject("/variables").putObject(key).put("value", String.valueOf(value)));
		done(technician.json("POST", task + "/submit-form", form.toString()));
	}

	/** The engine answers these with 200 or 204. */
	private void done(HttpResponse<String> answer) {
		if (!DONE.contains(counted(answer).statusCode())) {
			throw new IllegalStateException(
					answer.request().uri() + " gave " + answer.statusCode() + ": " + answer.body());
		}
	}

	private HttpResponse<String> counted(HttpResponse<String> answer) {
		this.requests.incrementAndGet();
		if (!DONE.contains(answer.statusCode())) {
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

	/**
	 * Lets everybody finish what they have begun.
	 * @return what they did, one sentence
	 * @throws IllegalStateException where somebody was refused or nobody took a case over
	 */
	String end() throws InterruptedException {
		this.people.shutdown();
		if (!this.people.awaitTermination(2, TimeUnit.MINUTES)) {
			this.failures.add("somebody still waits for an answer");
		}
		String result = this.requests + " requests, " + this.refused + " of them refused, " + this.takenOver
				+ " cases taken over";
		if (this.refused.get() > 0 || !this.failures.isEmpty() || this.takenOver.get() == 0) {
			throw new IllegalStateException("The day is void: " + result + ", " + this.failures.size()
					+ " times stopped, for example: " + this.failures.peek());
		}
		return result;
	}

	@Override
	public void close() {
		this.people.shutdownNow();
	}

}
