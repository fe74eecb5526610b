package dev.escala.clock.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.Role;
import dev.escala.clock.Deadline;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.NextCommunication;
import dev.escala.clock.PauseMatter;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.monitoring.SelfCheck.Trouble;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.Problems;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The check on clocks that nothing watches")
class UnwatchedClocksTests {

	/** Ten o'clock in Madrid on a Monday. */
	private static final Instant MONDAY_AT_TEN = Instant.parse("2026-11-23T09:00:00Z");

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private ServiceLevels serviceLevels;

	@Autowired
	private PauseMatter pauses;

	@Autowired
	private UnwatchedClocks check;

	private CaseDriver people;

	private CaseNumber number;

	@BeforeEach
	void givenACase() {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		if (this.customers.findByCode("UNWATCHED").isEmpty()) {
			this.customers.create(new SaveCustomer("UNWATCHED", "Relojes Sueltos", Tier.GOLD, "es",
					List.of(new Customer.Contact("Compras", "compras@sueltos.example", null, true)), List.of()));
		}
		this.number = this.people.report("agente", Forms.report("UNWATCHED"));
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("finds nothing while a case lives its life: owned, warned, paused, reviewed, breached, resumed")
	void healthy() {
		assertThat(found()).isEmpty();
		this.people.complete(this.number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		assertThat(found()).isEmpty();
		this.people.run(this.number, "serviceTask_announceEscalation");
		this.people.complete(this.number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(this.number, "serviceTask_sendMessage");
		assertThat(found()).isEmpty();
		this.pauses.pause(this.number, new UserId("tecnologia"), "SUPPLIER", "La pieza nueva.");
		assertThat(found()).isEmpty();
		this.people.runWhenDue(this.number, ServiceClock.PAUSE_REVIEW);
		assertThat(this.people.tasks(this.number)).contains("userTask_reviewPause");
		assertThat(found()).isEmpty();
		this.people.complete(this.number, "tecnologia", "userTask_reviewPause", Map.of("pauseOutcome", "resume"));
		assertThat(found()).isEmpty();
		this.people.miss(this.number, ServiceClock.RESOLUTION);
		assertThat(found()).isEmpty();
	}

	@Test
	@DisplayName("finds nothing where the first hour was announced and somebody is still to be told")
	void toldInPart() {
		CaseNumber unknown = this.people.report("agente", Forms.report("Nadie Sabe Quién"));

		this.people.runWhenDue(unknown, "event_firstHourEnding");
		this.people.run(unknown, "serviceTask_announceWithinHour");

		assertThat(this.serviceLevels.find(unknown, ServiceClock.FIRST_NOTICE).orElseThrow().isMovable()).isTrue();
		assertThat(this.check.find()).extracting(Trouble::subject).doesNotContain(unknown.value());
	}

	@Test
	@DisplayName("finds a timer that somebody deleted, and the repair watches the clock again")
	void deletedTimer() {
		this.engine.getManagementService().deleteJob(job(ServiceClock.RESOLUTION).getId());

		assertThat(found()).hasValueSatisfying((trouble) -> {
			assertThat(trouble.subject()).isEqualTo(this.number.value());
			assertThat(trouble.text()).contains(
					"El caso " + this.number + ": el plazo «Resolución» no tiene temporizador",
					"Repárelo en /plazos?caso=" + this.number);
			assertThat(this.check.page(trouble.subject())).isEqualTo("/plazos?caso=" + this.number);
		});
		assertThat(repaired().json().path("stillWrong")).isEmpty();

		assertThat(found()).isEmpty();
		Deadline resolution = this.serviceLevels.find(this.number, ServiceClock.RESOLUTION).orElseThrow();
		assertThat(this.people.due(this.number, ServiceClock.RESOLUTION)).isEqualTo(resolution.warnAt());
		this.people.miss(this.number, ServiceClock.RESOLUTION);
		assertThat(this.people.tasks(this.number)).contains("userTask_attendBreach");
	}

	@Test
	@DisplayName("finds a timer that somebody moved, and the repair moves it back")
	void movedTimer() {
		Instant right = this.people.due(this.number, ServiceClock.ANSWER);
		this.engine.getManagementService()
			.setJobDuedate(job(ServiceClock.ANSWER).getId(), Date.from(right.plusSeconds(60)));

		assertThat(found()).hasValueSatisfying((trouble) -> assertThat(trouble.text())
			.contains("el temporizador del plazo «Respuesta» no tiene la fecha del plazo"));
		repaired();

		assertThat(found()).isEmpty();
		assertThat(this.people.due(this.number, ServiceClock.ANSWER)).isEqualTo(right);
	}

	@Test
	@DisplayName("finds a timer that runs although its clock is paused, and one that stands still although it is not")
	void resumedTimer() {
		this.pauses.pause(this.number, new UserId("agente"), "CUSTOMER", "Una captura de pantalla.");
		this.engine.getManagementService().activateJobById(job(ServiceClock.RESOLUTION).getId());
		this.engine.getManagementService().suspendJobById(job(ServiceClock.ANSWER).getId());

		assertThat(found()).hasValueSatisfying((trouble) -> assertThat(trouble.text()).contains(
				"«Resolución» corre aunque el plazo está en pausa", "«Respuesta» está parado aunque el plazo corre"));
		repaired();

		assertThat(found()).isEmpty();
		assertThat(job(ServiceClock.RESOLUTION).isSuspended()).isTrue();
		assertThat(job(ServiceClock.ANSWER).isSuspended()).isFalse();
	}

	@Test
	@DisplayName("finds a watch that somebody deleted, and the repair starts another one")
	void deletedWatch() {
		this.engine.getRuntimeService()
			.deleteProcessInstance(job(ServiceClock.ANSWER).getProcessInstanceId(), "by mistake");

		assertThat(found())
			.hasValueSatisfying((trouble) -> assertThat(trouble.text()).contains("nadie vigila el plazo «Respuesta»"));
		repaired();

		assertThat(found()).isEmpty();
		assertThat(this.people.due(this.number, ServiceClock.ANSWER)).isAfter(MONDAY_AT_TEN);
	}

	@Test
	@DisplayName("finds an open case without its process, which the repair says it cannot mend")
	void lostProcess() {
		this.engine.getRuntimeService().deleteProcessInstance(this.people.process(this.number).getId(), "by mistake");

		assertThat(found()).hasValueSatisfying(
				(trouble) -> assertThat(trouble.text()).contains("está abierto y su proceso ya no existe"));
		assertThat(repaired().json().path("stillWrong")).isNotEmpty();
	}

	@Test
	@DisplayName("finds a lost timer of the main process that involves more parties, and the repair waits for the date again")
	void lostParties() {
		this.engine.getManagementService().deleteJob(ofTheMainProcess("event_morePartiesNeeded").getId());
		this.pauses.pause(this.number, new UserId("agente"), "CUSTOMER", "Una captura de pantalla.");

		assertThat(found()).hasValueSatisfying((trouble) -> assertThat(trouble.text())
			.contains("el plazo «Involucrar a más partes» no tiene temporizador"));
		assertThat(repaired().json().path("stillWrong")).isEmpty();

		assertThat(found()).isEmpty();
		assertThat(ofTheMainProcess("event_partiesDueAgain").isSuspended()).isTrue();
		this.pauses.resume(this.number, new UserId("agente"));
		assertThat(found()).isEmpty();
		assertThat(this.people.due(this.number, "event_partiesDueAgain"))
			.isEqualTo(this.serviceLevels.find(this.number, ServiceClock.INVOLVE_PARTIES).orElseThrow().dueAt());
		this.people.runWhenDue(this.number, "event_partiesDueAgain");
		this.people.run(this.number, "serviceTask_involveParties");
		assertThat(found()).isEmpty();
		repaired();
		assertThat(this.people.jobs(this.number)).doesNotContain("event_partiesDueAgain");
	}

	@Test
	@DisplayName("finds lost timers for the customer's first hour and updates, and the repair makes up for them, once")
	void lostUpdates(@Autowired NextCommunication communication) {
		communication.told(this.number);
		this.engine.getManagementService().deleteJob(ofTheMainProcess("event_firstUpdateDue").getId());
		this.engine.getManagementService().deleteJob(ofTheMainProcess("event_firstHourEnding").getId());

		assertThat(found()).hasValueSatisfying((trouble) -> assertThat(trouble.text()).contains(
				"el plazo «Primer aviso» no tiene temporizador en el proceso del caso",
				"el plazo «Próxima actualización» no tiene temporizador en el proceso del caso"));
		assertThat(repaired().json().path("stillWrong")).isEmpty();
		assertThat(repaired().json().path("stillWrong")).isEmpty();

		assertThat(found()).isEmpty();
		// Who should have heard within the hour hears now.
		this.people.run(this.number, "serviceTask_announceWithinHour");
		assertThat(this.serviceLevels.find(this.number, ServiceClock.FIRST_NOTICE).orElseThrow().metAt())
			.isEqualTo(MONDAY_AT_TEN);
		this.people.runWhenDue(this.number, "event_nextUpdateDue");
		assertThat(found()).isEmpty();
		this.people.complete(this.number, "tecnologia", "userTask_updateCustomer",
				Map.of("customerMessage", "Seguimos trabajando en ello."));
		this.people.run(this.number, "serviceTask_sendMessage");
		this.engine.getManagementService().deleteJob(ofTheMainProcess("event_nextUpdateDue").getId());
		assertThat(found()).isPresent();
		repaired();
		assertThat(found()).isEmpty();
		assertThat(this.people.due(this.number, "event_nextUpdateDue"))
			.isEqualTo(this.serviceLevels.find(this.number, ServiceClock.UPDATE).orElseThrow().warnAt());
		this.people.runWhenDue(this.number, "event_nextUpdateDue");
		assertThat(this.people.task(this.number, "userTask_updateCustomer")).isNotNull();
	}

	@Test
	@DisplayName("is not needed for a timer without retries: the repair gives it new ones, and so does a recalculation")
	void deadTimer(@Autowired MatterClocks clocks) {
		for (Runnable mend : List.<Runnable>of(this::repaired,
				() -> clocks.recalculate(this.number, new UserId("supervisor"), "El calendario cambió."))) {
			List<Job> dead = List.of(job(ServiceClock.RESOLUTION), ofTheMainProcess("event_morePartiesNeeded"));
			dead.forEach((job) -> this.engine.getManagementService().setJobRetries(job.getId(), 0));
			assertThat(this.people.left(this.number)).anyMatch((left) -> left.startsWith("incident"));

			mend.run();

			assertThat(job(ServiceClock.RESOLUTION).getRetries()).isPositive();
			assertThat(ofTheMainProcess("event_morePartiesNeeded").getRetries()).isPositive();
			assertThat(job(ServiceClock.RESOLUTION).getId()).isEqualTo(dead.get(0).getId());
			assertThat(this.people.left(this.number)).noneMatch((left) -> left.startsWith("incident"));
		}
	}

	private Job ofTheMainProcess(String element) {
		return this.engine.getManagementService()
			.createJobQuery()
			.processInstanceId(this.people.process(this.number).getId())
			.activityId(element)
			.singleResult();
	}

	@Test
	@DisplayName("lets supervisors and administrators repair, nobody else, and no case that is over or unknown")
	void whoRepairs() {
		ApiClient agent = ApiClient.of(this.port, this.engine.getIdentityService(), "uw-agent", Role.AGENTS.groupId());

		Problems.assertProblem(agent.post("/api/escalations/" + this.number + "/clocks/repair", ""), 403);
		Problems.assertProblem(supervisor().post("/api/escalations/ESC-1999-000001/clocks/repair", ""), 404);
	}

	private Optional<Trouble> found() {
		return this.check.find()
			.stream()
			.filter((trouble) -> trouble.subject().equals(this.number.value()))
			.findFirst();
	}

	private Answer repaired() {
		Answer answer = supervisor().post("/api/escalations/" + this.number + "/clocks/repair", "");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer;
	}

	private ApiClient supervisor() {
		return ApiClient.of(this.port, this.engine.getIdentityService(), "uw-supervisor", Role.SUPERVISORS.groupId());
	}

	private Job job(ServiceClock clock) {
		return this.people.watchJob(this.number, clock);
	}

}
