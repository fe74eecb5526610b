package dev.escala.secondmatter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.clock.Deadline;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.PauseMatter;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.inbound.InboundProcessor;
import dev.escala.inbound.mail.MailParser;
import dev.escala.letter.CustomerLetters;
import dev.escala.level.Levels;
import dev.escala.matter.Matters;
import dev.escala.promise.Promise;
import dev.escala.promise.PromiseStatus;
import dev.escala.promise.Promises;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.rootcause.RootCauseAnalyses;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import dev.escala.support.TestServices;
import dev.escala.timeline.Timeline;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What a breakdown's story stands on: its people, its customer, and what they get. */
@EscalaTest
@Import(SecondMatter.class)
@TestPropertySource(properties = "spring.flyway.locations=classpath:db/migration,classpath:secondmatter/migration")
abstract class SecondMatterStory {

	private static final Instant MONDAY_AT_TEN = Instant.parse("2026-11-23T09:00:00Z");

	static final Pattern LINK = Pattern.compile("/seguimiento/[A-Za-z0-9_-]{43}");

	static final String OWNER = "tecnologia";

	static final String EVA = "eva@faro.example";

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Autowired
	Customers customers;

	@Autowired
	Matters matters;

	@Autowired
	MatterClocks clocks;

	@Autowired
	ServiceLevels serviceLevels;

	@Autowired
	PauseMatter pauses;

	@Autowired
	Levels levels;

	@Autowired
	InboundProcessor inbound;

	@Autowired
	CustomerLetters letters;

	@Autowired
	Promises promises;

	@Autowired
	RootCauseAnalyses analyses;

	@Autowired
	Timeline timeline;

	@Autowired
	Breakdowns breakdowns;

	@Autowired
	BreakdownRepository repository;

	CaseDriver people;

	StaffClient owner;

	StaffClient visitor;

	CustomerId customer;

	@BeforeEach
	void givenPeopleAndACustomer() {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.owner = StaffClient.basic(this.port, OWNER, CaseDriver.PASSWORD);
		this.visitor = StaffClient.anonymous(this.port);
		this.customer = this.customers.findByCode("FAR")
			.orElseGet(() -> this.customers.create(new SaveCustomer("FAR", "Faro del Sur", Tier.STANDARD, "es",
					List.of(new Customer.Contact("Eva", EVA, null, true)), List.of())))
			.id();
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	long nodes() {
		return this.engine.getRepositoryService()
			.getBpmnModelInstance(this.engine.getRepositoryService()
				.createProcessDefinitionQuery()
				.processDefinitionKey("breakdown")
				.latestVersion()
				.singleResult()
				.getId())
			.getModelElementsByType(FlowNode.class)
			.size();
	}

	Deadline clock(CaseNumber number, ServiceClock which) {
		return this.serviceLevels.find(number, which).orElseThrow();
	}

	PromiseStatus status(Promise promise) {
		return this.promises.get(promise.id()).status();
	}

	JsonNode card(CaseNumber number, String task) throws Exception {
		return new ObjectMapper()
			.readTree(this.owner.send("GET", "/api/tasks/" + this.people.task(number, task).getId() + "/card").body());
	}

	/** What the customer's mail server got about the matter, oldest first. */
	List<String> received(CaseNumber number) throws MessagingException {
		this.people.deliver();
		return Arrays.stream(TestServices.mail().getReceivedMessages())
			.filter((mail) -> to(mail).contains(EVA))
			.map(SecondMatterStory::text)
			.filter((text) -> text.contains(number.value()))
			.toList();
	}

	private static String to(MimeMessage mail) {
		try {
			return Arrays.toString(mail.getAllRecipients());
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Subject and plain text. */
	private static String text(MimeMessage mail) {
		try (ByteArrayOutputStream source = new ByteArrayOutputStream()) {
			mail.writeTo(source);
			return mail.getSubject() + "\n" + MailParser.parse(source.toByteArray()).fullText();
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
