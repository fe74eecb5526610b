package dev.escala.complaint.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.answer.ComplaintPoint;
import dev.escala.complaint.answer.ComplaintPoints;
import dev.escala.complaint.answer.DecisionLetter;
import dev.escala.complaint.answer.PointDecision;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.complaint.course.AnsweredComplaint;
import dev.escala.complaint.course.ComplaintProgress;
import dev.escala.complaint.remedy.Fault;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterIntent;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What every story of the points of a complaint begins with: one that was investigated,
 * on a Monday at ten in Madrid. How far it has got is told by its use cases, whatever its
 * process asks of people on the way.
 */
@EscalaTest
public abstract class PointStory {

	protected static final UserId AGENT = new UserId("agente");

	protected static final String NORM = "Ley 7/2017, art. 40.3";

	@LocalServerPort
	protected int port;

	@Autowired
	protected ProcessEngine engine;

	@Autowired
	protected Complaints complaints;

	@Autowired
	protected ComplaintProgress progress;

	@Autowired
	protected AnsweredComplaint answers;

	@Autowired
	protected ComplaintPoints points;

	@Autowired
	protected ComplaintDecisions decisions;

	@Autowired
	protected DecisionLetter letter;

	@Autowired
	protected CustomerLetters letters;

	@Autowired
	protected Customers customers;

	@Autowired
	protected Timeline timeline;

	@Autowired
	protected JdbcClient jdbc;

	protected CaseDriver people;

	@BeforeEach
	void givenPeopleAndACustomer() {
		CaseDriver.travelTo(Instant.parse("2026-11-30T09:00:00Z"));
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		// What other stories decided is nobody's last decision in this one.
		this.jdbc.sql("UPDATE customer_letter SET status = 'DROPPED' WHERE intent = 'DECISION'").update();
		if (this.customers.findByCode("PUNTOS").isEmpty()) {
			this.customers.create(new SaveCustomer("PUNTOS", "Panadería Sol", Tier.STANDARD, "es",
					List.of(new Customer.Contact("Sol Prado", "sol@prado.example", null, true)), List.of()));
		}
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	protected CaseNumber presented(Object... more) {
		Map<String, Object> form = new HashMap<>();
		form.put("customer", "PUNTOS");
		form.put("door", "IN_PERSON");
		form.put("description",
				"Me han cobrado dos veces la cuota de noviembre.\nLlamé <tres> veces y nadie contestó.");
		form.put("wish", "Que me devuelvan el segundo cobro.");
		form.put("complaintTopic", "OTHER");
		form.put("region", "md");
		return this.people.start("complaint", AGENT.value(), Forms.with(form, more));
	}

	/** One of which nothing is decided yet. */
	protected CaseNumber investigated(Fault fault, Object... more) {
		CaseNumber number = presented(more);
		this.progress.accepted(number);
		this.progress.found(number, AGENT, fault, "El cobro se lanzó dos veces.");
		return number;
	}

	protected long point(CaseNumber number, String words) {
		return this.points.add(number, AGENT, words);
	}

	protected void rule(CaseNumber number, long point, PointRuling ruling, String reason) {
		this.points.rule(number, AGENT, point, null,
				new PointDecision(ruling, reason, ruling.isRefusal() ? NORM : null));
	}

	/** It is decided, and a minute later the letter is written. */
	protected long written(CaseNumber number, ComplaintOutcome outcome) {
		CaseDriver.travel(Duration.ofMinutes(1));
		this.progress.decided(number, AGENT, outcome);
		CaseDriver.travel(Duration.ofMinutes(1));
		return this.letter.send(number, AGENT, this.decisions.facts(number), DecisionLetter.Checks.NONE);
	}

	/** The customer comes back with it a week later. */
	protected void again(CaseNumber number) {
		CaseDriver.travel(Duration.ofDays(7));
		this.answers.again(number, AGENT, "El dinero no ha llegado.");
	}

	protected ComplaintPoint only(CaseNumber number) {
		List<ComplaintPoint> all = this.points.list(number);
		if (all.size() != 1) {
			throw new AssertionError(all);
		}
		return all.get(0);
	}

	protected List<CustomerLetter> resolutions(CaseNumber number) {
		return this.letters.letters(number).stream().filter((one) -> one.intent() == LetterIntent.DECISION).toList();
	}

	protected List<String> happened(CaseNumber number) {
		return this.timeline.entries(number).stream().map(TimelineEntry::text).toList();
	}

}
