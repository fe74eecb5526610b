package dev.escala.complaint.answer;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.escala.complaint.regime.Sector;
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
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What every story of a decision begins with: a matter that somebody owns, on a Monday.
 */
abstract class DecisionStory {

	static final UserId OWNER = new UserId("tecnologia");

	static final String READ = "userTask_readMessage";

	static final String CORRECT = "userTask_correctMessage";

	static final String SEND = "serviceTask_sendMessage";

	static final String LAW = "Ley 7/2017, art. 40.3";

	/** Ten o'clock in Madrid; the table of bodies was looked over on that Sunday. */
	private static final Instant MONDAY_AT_TEN = Instant.parse("2026-11-30T09:00:00Z");

	@Autowired
	ProcessEngine engine;

	@Autowired
	Customers customers;

	@Autowired
	ComplaintPoints points;

	@Autowired
	DecisionLetter decisions;

	@Autowired
	CustomerLetters letters;

	@Autowired
	Timeline timeline;

	@Autowired
	JdbcClient jdbc;

	CaseDriver people;

	@BeforeEach
	void givenPeopleAndCustomers() {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		// What other stories decided is nobody's last decision in this one.
		this.jdbc.sql("UPDATE customer_letter SET status = 'DROPPED' WHERE intent = 'DECISION'").update();
		if (this.customers.findByCode("QUE").isEmpty()) {
			this.customers.create(new SaveCustomer("QUE", "Puertas y Rejas", Tier.STANDARD, "es",
					List.of(new Customer.Contact("Ana Ruiz", "ana@puertas.example", null, true)), List.of()));
		}
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	/** A matter of low severity without any point. */
	CaseNumber owned() {
		CaseNumber number = this.people.report("agente",
				Forms.with(Forms.report("QUE"), "impact", "LOW", "urgency", "LOW"));
		this.people.complete(number, OWNER.value(), "userTask_takeOver", Forms.takeOver());
		return number;
	}

	/** A matter with one point that is refused for that reason. */
	CaseNumber refused(String reason) {
		CaseNumber number = owned();
		rule(number, point(number, "Me cobraron dos veces"), PointRuling.REFUSED, reason, LAW);
		return number;
	}

	/** A matter with one point that is granted for that reason. */
	CaseNumber granted(String reason) {
		CaseNumber number = owned();
		rule(number, point(number, "La instalación quedó a medias"), PointRuling.GRANTED, reason, null);
		return number;
	}

	long point(CaseNumber number, String words) {
		return this.points.add(number, OWNER, words);
	}

	void rule(CaseNumber number, long point, PointRuling ruling, String reason, String norm) {
		this.points.rule(number, OWNER, point, null, new PointDecision(ruling, reason, norm));
	}

	long send(CaseNumber number) {
		return send(number, OWNER, spanish());
	}

	long send(CaseNumber number, UserId author, DecisionFacts facts) {
		return this.decisions.send(number, author, facts, DecisionLetter.Checks.NONE);
	}

	static DecisionFacts spanish() {
		return facts(LetterLanguage.ES, "es", null);
	}

	static DecisionFacts facts(LetterLanguage language, String country, String recourse) {
		return new DecisionFacts(language, country, Sector.OTHER, true, List.of(), null, null, recourse);
	}

	CustomerLetter letter(CaseNumber number) {
		return this.letters.letters(number)
			.stream()
			.filter((one) -> one.intent() == LetterIntent.DECISION)
			.reduce((first, last) -> last)
			.orElseThrow();
	}

	void read(CaseNumber number, String reader, boolean approved, String comment) {
		this.people.complete(number, reader, READ,
				(comment == null) ? Map.of("messageReading", approved ? "approved" : "sendBack")
						: Map.of("messageReading", approved ? "approved" : "sendBack", "readingComment", comment));
	}

	List<String> happened(CaseNumber number) {
		return this.timeline.entries(number).stream().map(TimelineEntry::text).toList();
	}

}
