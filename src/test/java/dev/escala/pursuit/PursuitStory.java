package dev.escala.pursuit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.escala.access.Role;
import dev.escala.pursuit.course.PursuitWork;
import dev.escala.pursuit.course.RegisterPursuit;
import dev.escala.pursuit.stage.StageMoves;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;

/** What every story of a sale begins with: who sells, and a Wednesday at ten. */
public abstract class PursuitStory {

	/** Ten in the morning in Madrid; the next Monday and Tuesday are holidays. */
	protected static final Instant WEDNESDAY_AT_TEN = Instant.parse("2026-12-02T09:00:00Z");

	/** Who sells. */
	protected static final String SELLER = "vendedora";

	protected static final String NEW = "userTask_workProspectNew";

	protected static final String ATTEMPT = "userTask_workProspectAttempt";

	protected static final String CONTACTED = "userTask_workProspectContacted";

	protected static final String UNDECIDED = "userTask_workProspectUndecided";

	protected static final String QUALIFYING = "userTask_workProspectQualifying";

	protected static final String REQUESTED = "userTask_workOpportunityRequested";

	@Autowired
	protected ProcessEngine engine;

	@Autowired
	protected Pursuits pursuits;

	@Autowired
	protected PursuitWork work;

	@Autowired
	protected RegisterPursuit registering;

	@Autowired
	protected StageMoves moves;

	@Autowired
	protected Timeline timeline;

	protected CaseDriver people;

	@BeforeEach
	void givenWhoSells() {
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.people.person(SELLER, Role.SALES);
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	/** A company that nobody knows yet. */
	protected static String company() {
		return "Talleres " + UUID.randomUUID().toString().substring(0, 8);
	}

	protected static Map<String, Object> prospect(Object... more) {
		Map<String, Object> form = new HashMap<>();
		form.put("party", company());
		form.put("sector", "Talleres");
		form.put("employees", 40);
		form.put("capture", "REFERRAL");
		form.put("strategy", "BOTTOM_UP");
		form.put("whyChosen", "Crece deprisa y lo apunta todo en papel.");
		form.put("contactName", "Rosa Nieto");
		form.put("contactTitle", "Jefa de taller");
		// Their own: whoever is left alone is known by it in every other story.
		form.put("contactEmail", "rosa-" + UUID.randomUUID().toString().substring(0, 8) + "@talleres.example");
		return Forms.with(form, more);
	}

	protected CaseNumber registered(Object... more) {
		return this.people.start("prospect", SELLER, prospect(more));
	}

	protected CaseNumber asked(Object... more) {
		CaseNumber number = registered(more);
		String company = this.pursuits.get(number).partyName();
		return this.people.start("opportunity", SELLER,
				Map.of("party", company, "request", "Diez licencias", "capture", "WEB"));
	}

	protected static Map<String, Object> attempt(String next, Object... more) {
		return Forms.with(Map.of("nextStage", next, "callResult", "ATTEMPT", "callChannel", "PHONE"), more);
	}

	protected static Map<String, Object> talk(String next, Object... more) {
		return Forms.with(Map.of("nextStage", next, "callResult", "CONVERSATION", "callChannel", "PHONE", "callMinutes",
				12, "callNote", "Lo apuntan todo en papel."), more);
	}

	protected static Map<String, Object> refusal(Object... more) {
		return Forms.with(Map.of("nextStage", "REFUSED", "lossReason", "NO_NEED", "lesson", "Llamar en enero."), more);
	}

	protected Standing standing(CaseNumber number) {
		return this.pursuits.get(number).standing();
	}

	protected List<String> happened(CaseNumber number) {
		return this.timeline.entries(number).stream().map(TimelineEntry::text).toList();
	}

}
