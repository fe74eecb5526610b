package dev.escala.escalation.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.clock.ServiceClock;
import dev.escala.escalation.Phase;
import dev.escala.escalation.course.DuplicateCase;
import dev.escala.escalation.course.EndCase;
import dev.escala.escalation.course.ReopenCase;
import dev.escala.matter.Matters;
import dev.escala.matter.Severity;
import dev.escala.observation.Observation;
import dev.escala.observation.Observation.Ending;
import dev.escala.observation.Observations;
import dev.escala.promise.MakePromise;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.support.StaffClient;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import dev.escala.validation.ConflictException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What every story of an observed case begins with, and asks. */
abstract class ObservationStory extends EscalationStory {

	static final String CALL = "userTask_callCustomer";

	static final UserId OWNER = new UserId("tecnologia");

	/** Three whole working days after Monday. */
	static final Instant THURSDAY_AT_SIX = Instant.parse("2026-11-26T17:00:00Z");

	static final Instant WEDNESDAY_AT_TEN = Instant.parse("2026-11-25T09:00:00Z");

	@Autowired
	Observations observations;

	@Autowired
	ReopenCase reopening;

	@Autowired
	EndCase endings;

	@Autowired
	DuplicateCase duplicates;

	@Autowired
	MakePromise promises;

	@Autowired
	Matters matters;

	@Autowired
	Timeline timeline;

	@LocalServerPort
	int pages;

	/** Reopened on Wednesday at ten, of a case that was resolved on Monday at four. */
	void assertReopened(CaseNumber number) {
		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.RESOLVE);
		assertThat(endings(number)).containsExactly(Ending.REOPENED);
		assertThat(this.people.passed(number)).contains("event_endReopened");
		assertThat(this.people.task(number, "userTask_executePlan").getAssignee()).isEqualTo("tecnologia");
		assertThat(this.people.jobs(number)).doesNotContain("event_periodOver", "event_answerLate");
		// Tuesday does not count, and of Wednesday only what came after ten.
		assertThat(deadline(number, ServiceClock.RESOLUTION).startedAt()).isEqualTo(MONDAY_AT_TEN);
		assertThat(deadline(number, ServiceClock.RESOLUTION).isOpen()).isTrue();
		if (this.escalations.get(number).severity() == Severity.MODERATE) {
			assertThat(deadline(number, ServiceClock.RESOLUTION).dueAt()).isEqualTo("2026-12-02T09:00:00Z");
		}
		assertThat(watched(number)).contains(ServiceClock.RESOLUTION, ServiceClock.UPDATE, ServiceClock.ACTIVITY);
		assertThat(this.matters.processInstanceId(number)).isPresent();
	}

	boolean reopens(CaseNumber number, UserId by) {
		try {
			this.matters.reopen(number, by, "Vuelven a faltar.");
			return true;
		}
		catch (ConflictException ex) {
			return false;
		}
	}

	boolean runs(String job) {
		try {
			this.engine.getManagementService().executeJob(job);
			return true;
		}
		catch (RuntimeException ex) {
			// Whoever comes too late is tried again by the job executor, and finds
			// nothing.
			return false;
		}
	}

	/** A case of a customer without an address, closed, and its period over. */
	CaseNumber asked() {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		CaseNumber number = reported(Forms.with(moderate(), "customer", "OBSTEL"));
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.people.complete(number, "tecnologia", "userTask_reachCustomers",
				Map.of("pendingCustomers", this.people.offered(number, "userTask_reachCustomers", "openNotices"),
						"noticeOutcome", "told", "noticeReason", "La llamé."));
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		close(number);
		settleCalls(number);
		this.people.runWhenDue(number, "event_periodOver");
		return number;
	}

	void settleCalls(CaseNumber number) {
		this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.taskDefinitionKey(CALL)
			.initializeFormKeys()
			.list()
			.forEach((task) -> this.people.complete(task, "tecnologia", call("told", null, "Bien.")));
	}

	static Map<String, Object> call(String outcome, String solved, String note) {
		return (solved == null) ? Map.of("callOutcome", outcome, "callNote", note)
				: Map.of("callOutcome", outcome, "stillSolved", solved, "callNote", note);
	}

	/** A case that was resolved and closed on Monday at four in the afternoon. */
	CaseNumber closed(Map<String, Object> form) {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		CaseNumber number = working(form);
		CaseDriver.travelTo(Instant.parse("2026-11-23T15:00:00Z"));
		close(number);
		return number;
	}

	void close(CaseNumber number) {
		resolve(number, "tecnologia");
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");
	}

	List<Ending> endings(CaseNumber number) {
		return this.observations.all(number).stream().map(Observation::ending).toList();
	}

	List<String> history(CaseNumber number) {
		return this.timeline.entries(number).stream().map(TimelineEntry::text).toList();
	}

	ApiClient agent() {
		return ApiClient.of(this.pages, this.engine.getIdentityService(), "obs-agent", "agents");
	}

	static String report(String service) {
		return """
				{"customer": "NORTE", "origin": "CUSTOMER", "reason": "KNOWLEDGE", "criterion": "TECHNICAL",
				 "speciality": "TECHNOLOGY", "subject": "Otra vez sin facturas", "description": "No llega ninguna.",
				 "impact": "MEDIUM", "urgency": "HIGH", "service": "%s", "customerIssues": ["Falta el abono"],
				 "linkedRecords": ["INC0099"]}
				""".formatted(service);
	}

	String mail(CaseNumber number, String step) {
		return this.jdbc
			.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step = ?"
					+ " AND recipient NOT LIKE '%@escala.example'")
			.params(number.value(), step)
			.query(String.class)
			.single();
	}

	String mailToOwner(CaseNumber number) {
		return this.jdbc
			.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step LIKE 'reopened-%'"
					+ " AND recipient = 'tecnologia@escala.example'")
			.param(number.value())
			.query(String.class)
			.single();
	}

	String page(CaseNumber number) {
		return StaffClient.anonymous(this.pages).send("GET", link(number)).body();
	}

	int post(CaseNumber number, String form, String body) {
		return StaffClient.anonymous(this.pages)
			.submit("POST", link(number) + "/" + form, "application/x-www-form-urlencoded", body)
			.statusCode();
	}

	String link(CaseNumber number) {
		this.people.deliver();
		Matcher link = Pattern.compile("/seguimiento/[A-Za-z0-9_-]{43}")
			.matcher(this.jdbc
				.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND text_body LIKE '%/seguimiento/%'"
						+ " ORDER BY id DESC LIMIT 1")
				.param(number.value())
				.query(String.class)
				.single());
		assertThat(link.find()).isTrue();
		return link.group();
	}

}
