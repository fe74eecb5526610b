package dev.escala.escalation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.customer.Tier;
import dev.escala.escalation.course.EndCase;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.Problems;
import dev.escala.timeline.Timeline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("A deadline that cannot be computed is never silent")
class UnmeasuredDeadlineTests extends RecalculationStory {

	private static final String TASK = "userTask_correctDeadline";

	@LocalServerPort
	private int port;

	@Autowired
	private Timeline timeline;

	@Autowired
	private EndCase end;

	@Autowired
	private Outbox outbox;

	@Test
	@DisplayName("The case keeps its dates, supervisors get one task, and completing it computes again")
	void becomesATask() {
		String served = customerWithCalendar();
		CaseNumber number = reported(served);
		List<Deadline> before = this.serviceLevels.deadlines(number);

		edit(hopeless(calendarOf(served), "09:00-09:01"));
		assertThat(this.worker.run()).isEqualTo(1);

		assertThat(this.serviceLevels.deadlines(number)).isEqualTo(before);
		assertThat(timersAgree(number)).isTrue();
		assertThat(this.recalculations.progress().failed()).isEqualTo(1);
		assertThat(this.recalculations.progress().waiting()).isZero();
		assertThat(this.people.groups(number, TASK)).containsExactly("supervisors");
		String failure = "El calendario «Horario " + calendarOf(served)
				+ "» no tiene suficientes horas laborables para contar";
		assertThat(shown(number)).startsWith(failure);
		assertThat(this.timeline.entries(number)).filteredOn((entry) -> entry.text().contains(failure)).hasSize(1);
		assertThat(this.worker.run()).as("not tried for ever").isZero();

		assertThatThrownBy(() -> this.people.complete(number, "supervisor", TASK, correction()))
			.hasMessageContaining(failure);
		assertThatThrownBy(() -> this.people.complete(number, "supervisor", TASK, Map.of("correctionNote", " ")))
			.hasMessageContaining("qué se ha corregido");
		assertThat(this.people.task(number, TASK).getAssignee()).isEqualTo("supervisor");
		assertThat(this.serviceLevels.deadlines(number)).isEqualTo(before);
		assertThat(this.recalculations.progress().failed()).isEqualTo(1);

		edit(week(calendarOf(served), SHORT_DAY));
		this.people.complete(number, "supervisor", TASK, correction());

		assertThat(due(number, ServiceClock.RESOLUTION)).isEqualTo("2026-11-26T10:00:00Z");
		assertThat(changes(number, ServiceClock.RESOLUTION)).singleElement()
			.satisfies((change) -> assertThat(change.actor()).isEqualTo(new UserId("supervisor")));
		assertThat(timersAgree(number)).isTrue();
		assertThat(this.people.tasks(number)).doesNotContain(TASK);
		assertThat(this.people.passed(number)).contains("event_deadlineMeasured");
		assertThat(this.recalculations.progress().failed()).isZero();
		assertThat(this.worker.run()).as("done by the supervisor").isZero();
	}

	private String shown(CaseNumber number) {
		return (String) this.engine.getTaskService()
			.getVariableLocal(this.people.task(number, TASK).getId(), "deadlineFailure");
	}

	@Test
	@DisplayName("Whoever mends the calendar needs not look for the tasks: they go away by themselves")
	void mendedElsewhere() {
		String served = customerWithCalendar();
		CaseNumber number = reported(served);
		edit(hopeless(calendarOf(served), "09:00-09:01"));
		this.worker.run();
		edit(hopeless(calendarOf(served), "10:00-10:01"));
		this.worker.run();
		assertThat(this.people.tasks(number)).as("one task, however often it fails").contains(TASK);
		this.people.task(number, TASK);

		edit(week(calendarOf(served), SHORT_DAY));
		assertThat(this.worker.run()).isEqualTo(1);

		assertThat(this.people.tasks(number)).doesNotContain(TASK);
		assertThat(due(number, ServiceClock.RESOLUTION)).isEqualTo("2026-11-26T10:00:00Z");
		assertThat(this.recalculations.progress().failed()).isZero();
	}

	@Test
	@DisplayName("A case that could not count by a calendar assigned to it is tried again when that one is mended")
	void assignedAndMended() {
		String code = customer(Tier.GOLD);
		CaseNumber number = reported(code);
		this.calendars.create(hopeless(calendarOf(code), "09:00-09:01"));
		this.assignments.assignCustomer(calendarOf(code), code);
		this.worker.run();
		assertThat(this.people.tasks(number)).contains(TASK);

		edit(week(calendarOf(code), SHORT_DAY));
		this.worker.run();

		assertThat(this.people.tasks(number)).doesNotContain(TASK);
		assertThat(due(number, ServiceClock.RESOLUTION)).isEqualTo("2026-11-26T10:00:00Z");
	}

	@Test
	@DisplayName("A level that cannot be measured: the miss, the level and the alert stand, and its clock starts when it can")
	void unmeasurableLevel() {
		String served = customerWithCalendar();
		tier(served, Tier.STANDARD);
		CaseNumber number = this.people.report("agente",
				Forms.with(Forms.report(served), "impact", "LOW", "urgency", "LOW"));
		edit(hopeless(calendarOf(served), "09:00-09:01"));

		this.people.miss(number, ServiceClock.ANSWER);

		assertThat(deadline(number, ServiceClock.ANSWER).breachedAt()).isEqualTo(due(number, ServiceClock.ANSWER));
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(this.people.tasks(number)).contains("userTask_attendBreach", TASK);
		assertThat(this.people.task(number, "userTask_attendBreach").getDueDate())
			.as("what the table allows while its own clock does not count")
			.isNotNull()
			.isNotEqualTo(due(number, ServiceClock.ANSWER));
		assertThat(this.outbox.messages(number)).extracting(OutboxMessage::step).contains("breach-ANSWER-1");
		String failure = "El calendario «Horario " + calendarOf(served)
				+ "» no tiene suficientes horas laborables para contar";
		assertThat(shown(number)).startsWith(failure);
		assertThat(this.timeline.entries(number)).filteredOn((entry) -> entry.text().contains(failure)).hasSize(1);
		this.worker.run();
		assertThat(this.people.groups(number, TASK)).as("one task").containsExactly("supervisors");
		assertThat(shown(number)).startsWith(failure);

		edit(week(calendarOf(served), SHORT_DAY));
		this.worker.run();

		assertThat(this.people.tasks(number)).contains("userTask_attendBreach").doesNotContain(TASK);
		assertThat(deadline(number, ServiceClock.LEVEL_2).isMovable()).isTrue();
		assertThat(this.people.due(number, ServiceClock.LEVEL_2))
			.isEqualTo(deadline(number, ServiceClock.LEVEL_2).warnAt());
		assertThat(this.people.task(number, "userTask_attendBreach").getDueDate())
			.isEqualTo(due(number, ServiceClock.LEVEL_2));
		this.people.complete(number, "gerente", "userTask_attendBreach", Map.of("breachNote", "Se llama a la tarde."));
		assertThat(deadline(number, ServiceClock.LEVEL_2).metAt()).isEqualTo(CaseDriver.now());
	}

	@Test
	@DisplayName("The task goes with its case")
	void endsWithTheCase() {
		String served = customerWithCalendar();
		CaseNumber number = reported(served);
		edit(hopeless(calendarOf(served), "09:00-09:01"));
		this.worker.run();

		this.people.as("agente", () -> {
			this.end.withdraw(number, new UserId("agente"), "Ya no hace falta.");
			return null;
		});
		this.worker.run();

		assertThat(this.people.tasks(number)).isEmpty();
		assertThat(this.recalculations.progress().failed()).isZero();
	}

	@Test
	@DisplayName("A table that lost its rule: new reports are refused, running cases become a task")
	void brokenTable() throws Exception {
		String gold = customer(Tier.GOLD);
		String standard = customer(Tier.STANDARD);
		CaseNumber running = reported(standard);
		Instant before = due(running, ServiceClock.RESOLUTION);
		ApiClient agent = ApiClient.of(this.port, this.engine.getIdentityService(), "rc-agent", "agents");
		String deployment = withoutRule("rule_serviceLevels_resolutionWhenHighGold");
		String sentence = "La tabla de niveles de servicio no tiene ninguna regla para «Resolución», gravedad alta, "
				+ "cliente Oro.";
		long cases = cases();
		long processes = this.engine.getRuntimeService().createProcessInstanceQuery().count();
		try {
			var refused = agent.post("/api/escalations", new ObjectMapper().writeValueAsString(Forms.report(gold)));
			Problems.assertProblem(refused, 409);
			assertThat(refused.json().path("detail").asText()).isEqualTo(sentence);
			assertThatThrownBy(() -> reported(gold)).hasMessageContaining(sentence);
			assertThat(cases()).isEqualTo(cases);
			assertThat(this.engine.getRuntimeService().createProcessInstanceQuery().count()).isEqualTo(processes);

			tier(standard, Tier.GOLD);
			this.worker.run();
			assertThat(due(running, ServiceClock.RESOLUTION)).isEqualTo(before);
			assertThat(this.serviceLevels.agreedTier(running)).contains(Tier.STANDARD);
			assertThat(shown(running)).isEqualTo(sentence);
		}
		finally {
			this.engine.getRepositoryService().deleteDeployment(deployment, true);
		}
		this.people.complete(running, "supervisor", TASK, correction());

		assertThat(this.serviceLevels.agreedTier(running)).contains(Tier.GOLD);
		assertThat(due(running, ServiceClock.RESOLUTION)).isBefore(before);
		assertThat(timersAgree(running)).isTrue();
	}

	private long cases() {
		return this.jdbc.sql("SELECT count(*) FROM escalation").query(Long.class).single();
	}

	private String withoutRule(String rule) throws Exception {
		String table = Files.readString(Path.of("dmn", "service-levels.dmn"));
		String broken = table.replaceAll("(?s)<rule id=\"" + rule + "\">.*?</rule>", "");
		assertThat(broken).isNotEqualTo(table);
		return this.engine.getRepositoryService()
			.createDeployment()
			.addInputStream("service-levels.dmn",
					new java.io.ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8)))
			.deploy()
			.getId();
	}

}
