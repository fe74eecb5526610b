package dev.escala.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.Role;
import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.demo.process.DemoWork;
import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.course.PursuitWork;
import dev.escala.pursuit.course.RegisterPursuit;
import dev.escala.pursuit.course.SaidPursuit;
import dev.escala.pursuit.profile.Profile;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The prospects and opportunities of the demo, over the last quarters: each by the same
 * use cases that people use, at the day on which it was done, and all of it or nothing.
 */
@OnlyInDemo
@Component
class DemoPursuits {

	/** Whose loss the supervisor has analysed. */
	private static final String ANALYSED = "Laboratorios Pico Alto";

	private final RegisterPursuit registering;

	private final PursuitWork selling;

	private final Pursuits pursuits;

	private final Parties parties;

	private final Calendars calendars;

	private final DemoWork work;

	private final DemoClock clock;

	private final TransactionTemplate transaction;

	DemoPursuits(RegisterPursuit registering, PursuitWork selling, Pursuits pursuits, Parties parties,
			Calendars calendars, DemoWork work, DemoClock clock, PlatformTransactionManager transactions) {
		this.registering = registering;
		this.selling = selling;
		this.pursuits = pursuits;
		this.parties = parties;
		this.calendars = calendars;
		this.work = work;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** What there is to create, in this order. */
	List<Runnable> stories() {
		List<Runnable> stories = new ArrayList<>();
		DemoSales.all()
			.forEach((one) -> stories.add(() -> this.transaction
				.executeWithoutResult((status) -> unlessKnown(one.party(), () -> sell(one)))));
		stories.add(() -> this.transaction.executeWithoutResult(
				(status) -> unlessKnown("NORTE", () -> begin(PursuitKind.OPPORTUNITY, new SaidPursuit("NORTE", null,
						null, "CUSTOMER_BASE", null, "Escala también para sus dos ambulatorios", Profile.EMPTY), 2))));
		stories.add(this::analyse);
		return stories;
	}

	private void sell(DemoPursuit one) {
		CaseNumber number = begin(PursuitKind.PROSPECT, new SaidPursuit(one.party(), one.sector(), one.employees(),
				one.capture(), one.strategy(), null, one.profile()), one.daysAgo());
		int hour = 1;
		for (DemoPursuit.Step step : one.steps()) {
			Instant at = this.clock.morning(step.daysAgo(), hour++);
			CaseNumber present = present(number);
			Map<String, Object> form = new HashMap<>(step.form());
			if (step.waitDays() > 0) {
				form.put("contactOn", workingDay(step.waitDays()));
			}
			this.clock.at(at, () -> this.work.as(DemoPerson.AGENTE.id(),
					() -> this.selling.move(present, DemoPerson.AGENTE.id(), form)));
		}
		if (one.lately() != null) {
			this.selling.profile(present(number), DemoPerson.AGENTE.id(),
					new Profile(null, null, null, null, null, one.lately(), null, null, null));
		}
	}

	/** The opportunity that a prospect became, or still the prospect. */
	private CaseNumber present(CaseNumber number) {
		return this.pursuits.became(number).map(Pursuit::number).orElse(number);
	}

	private CaseNumber begin(PursuitKind kind, SaidPursuit said, int daysAgo) {
		CaseNumber[] number = new CaseNumber[1];
		this.clock.at(this.clock.morning(daysAgo, 0),
				() -> number[0] = this.registering.begin(kind, said, DemoPerson.AGENTE.id()));
		return number[0];
	}

	/** Who was named to analyse the loss does so a week later. */
	private void analyse() {
		of(ANALYSED).filter((pursuit) -> pursuit.kind() == PursuitKind.OPPORTUNITY)
			.ifPresent((lost) -> this.clock.at(this.clock.morning(93, 0),
					() -> this.work.complete(lost.number(), DemoPerson.SUPERVISOR.id(), "userTask_analyseLoss",
							Map.of("lossCause",
									"Los informes existen y nadie los enseñó: la visita se quedó en el panel.",
									"lossChange", "La demostración empieza por los informes."))));
	}

	private void unlessKnown(String party, Runnable story) {
		if (of(party).isEmpty()) {
			story.run();
		}
	}

	/** The newest pursuit of a company. */
	private Optional<Pursuit> of(String party) {
		return this.parties.matchExactly(party)
			.stream()
			.map((Party known) -> this.pursuits.of(known.kind(), known.id()))
			.flatMap(List::stream)
			.findFirst();
	}

	/** The first day from then on at which somebody can be called. */
	private String workingDay(int inDays) {
		WorkingCalendar calendar = this.calendars.effective(Role.SALES.groupId(), null);
		LocalDate day = LocalDate.ofInstant(this.clock.instant(), calendar.zone()).plusDays(inDays);
		while (calendar.openOn(day).isEmpty()) {
			day = day.plusDays(1);
		}
		return day.format(DateTimeFormatter.ofPattern("d/M/uuuu"));
	}

}
