package dev.escala.escalation.web;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.clock.PauseMatter;
import dev.escala.clock.ServiceLevels;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Outcome;
import dev.escala.letter.AskCustomer;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.notification.channel.Dispatcher;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases whose customers have the link to their page, on a Monday at ten. */
abstract class TrackingStory {

	private static final Instant MONDAY_AT_TEN = Instant.parse("2026-11-23T09:00:00Z");

	private static final Pattern LINK = Pattern.compile("/seguimiento/([A-Za-z0-9_-]{43})");

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	Customers customers;

	@Autowired
	Escalations escalations;

	@Autowired
	private MatterNotes notes;

	@Autowired
	PauseMatter pauses;

	@Autowired
	AskCustomer asking;

	@Autowired
	ServiceLevels serviceLevels;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	JdbcClient jdbc;

	CaseDriver people;

	@BeforeEach
	void givenPeopleAndCustomers() {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		// What other tests left unsent would go first.
		this.jdbc.sql("DELETE FROM outbox_message WHERE status = 'PENDING'").update();
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		customer("SEG", "Seguros del Mar", "es", "ana@mar.example");
		customer("SEA", "Sea Insurance", "en", "ann@sea.example");
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	CaseNumber working(String customer) {
		CaseNumber number = this.people.report("agente",
				Forms.with(Forms.report(customer), "impact", "LOW", "urgency", "LOW"));
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		this.dispatcher.run();
		return number;
	}

	CaseNumber closed(String customer) {
		CaseNumber number = working(customer);
		this.people.complete(number, "tecnologia", "userTask_executePlan", Forms.progress("done"));
		this.people.complete(number, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		this.people.complete(number, "arquitecto", "userTask_verifyResolution", Forms.verified("verified"));
		this.people.run(number, "serviceTask_announceResolution");
		this.people.complete(number, "ejecutivo", "userTask_confirmWithCustomer", Forms.usable("yes"));
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");
		assertThat(this.escalations.get(number).outcome()).isEqualTo(Outcome.CLOSED_WITHOUT_RCA);
		return number;
	}

	void customer(String code, String name, String language, String email) {
		if (this.customers.findByCode(code).isEmpty()) {
			this.customers.create(new SaveCustomer(code, name, Tier.STANDARD, language,
					List.of(new Customer.Contact("Ana", email, null, true)), List.of()));
		}
	}

	String link(CaseNumber number) {
		return link(number,
				this.escalations.customer(this.escalations.get(number))
					.flatMap(Customer::recipient)
					.orElseThrow()
					.email());
	}

	/** The link in the last mail to the customer. */
	String link(CaseNumber number, String recipient) {
		String text = this.jdbc.sql("""
				SELECT text_body FROM outbox_message WHERE case_number = ? AND recipient = ? ORDER BY id DESC LIMIT 1
				""").params(number.value(), recipient).query(String.class).single();
		Matcher link = LINK.matcher(text);
		assertThat(link.find()).as(text).isTrue();
		return link.group();
	}

	List<String> customersNotes(CaseNumber number) {
		return this.notes.notes(number)
			.stream()
			.filter((note) -> note.kind() == MatterNote.Kind.CONTACT && note.author().equals(UserId.CUSTOMER))
			.map(MatterNote::text)
			.toList();
	}

}
