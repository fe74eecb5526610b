package dev.escala.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.calendar.CalendarAdministration;
import dev.escala.calendar.CalendarAssignments;
import dev.escala.calendar.OwnDay;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.WeekHours;
import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineChange;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.clock.recalculation.RecalculationWorker;
import dev.escala.clock.recalculation.Recalculations;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers, calendars and cases for stories about recalculation, on a Monday at ten. */
abstract class RecalculationStory {

	/** Ten o'clock in Madrid. */
	static final Instant MONDAY_AT_TEN = Instant.parse("2026-11-23T09:00:00Z");

	static final String LONG_DAY = "09:00-18:00";

	static final String SHORT_DAY = "09:00-14:00";

	private static int names;

	@Autowired
	ProcessEngine engine;

	@Autowired
	Customers customers;

	@Autowired
	CalendarAdministration calendars;

	@Autowired
	CalendarAssignments assignments;

	@Autowired
	ServiceLevels serviceLevels;

	@Autowired
	Escalations escalations;

	@Autowired
	Recalculations recalculations;

	@Autowired
	RecalculationWorker worker;

	@Autowired
	JdbcClient jdbc;

	CaseDriver people;

	@BeforeEach
	void givenPeopleOnAMondayAndNothingToDo() {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.jdbc.sql("DELETE FROM recalculation").update();
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
		this.jdbc.sql("DELETE FROM recalculation").update();
	}

	/** A new customer, known by its code. */
	String customer(Tier tier) {
		String code = "RC-" + (++names);
		this.customers.create(new SaveCustomer(code, "Recálculos " + names, tier, "es",
				List.of(new Customer.Contact("Compras", "compras@recalculos.example", null, true)), List.of()));
		return code;
	}

	/** A new gold customer who is served by a calendar of its own, of the same code. */
	String customerWithCalendar() {
		String code = customer(Tier.GOLD);
		String calendar = calendarOf(code);
		this.calendars.create(week(calendar, LONG_DAY));
		this.assignments.assignCustomer(calendar, code);
		this.jdbc.sql("DELETE FROM recalculation").update();
		return code;
	}

	static String calendarOf(String customer) {
		return customer.toLowerCase(Locale.ROOT);
	}

	static SaveCalendar week(String code, String hours, OwnDay... days) {
		List<String> open = List.of(hours);
		return new SaveCalendar(code, "Horario " + code, "Europe/Madrid",
				new WeekHours(open, open, open, open, open, List.of(), List.of()), null, null, List.of(days));
	}

	/** By which no case is ever resolved. */
	static SaveCalendar hopeless(String code, String minute) {
		return new SaveCalendar(code, "Horario " + code, "Europe/Madrid",
				new WeekHours(List.of(minute), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()), null,
				null, List.of());
	}

	void edit(SaveCalendar definition) {
		this.calendars.replace(definition, this.calendars.find(definition.code()).orElseThrow().version());
	}

	void tier(String code, Tier tier) {
		this.customers.replace(new SaveCustomer(code, this.customers.findByCode(code).orElseThrow().name(), tier, "es",
				List.of(), List.of()));
	}

	/** A case of high severity. */
	CaseNumber reported(String customer) {
		return this.people.report("agente", Forms.report(customer));
	}

	Deadline deadline(CaseNumber number, ServiceClock clock) {
		return this.serviceLevels.find(number, clock).orElseThrow();
	}

	Instant due(CaseNumber number, ServiceClock clock) {
		return deadline(number, clock).dueAt();
	}

	List<DeadlineChange> changes(CaseNumber number, ServiceClock clock) {
		return this.serviceLevels.changes(deadline(number, clock).id());
	}

	/** Whether every timer of a case that was just reported has its clock's date. */
	boolean timersAgree(CaseNumber number) {
		boolean watches = this.serviceLevels.deadlines(number)
			.stream()
			.filter(Deadline::isMovable)
			.filter((deadline) -> deadline.clock() != ServiceClock.INVOLVE_PARTIES)
			.allMatch((deadline) -> this.people.due(number, deadline.clock()).equals(deadline.warnAt()));
		return watches
				&& this.people.due(number, "event_morePartiesNeeded").equals(due(number, ServiceClock.INVOLVE_PARTIES));
	}

	Map<String, Object> correction() {
		return Map.of("correctionNote", "El calendario vuelve a tener su horario.");
	}

}
