package dev.escala.escalation.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineChange;
import dev.escala.clock.ServiceClock;
import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.escalation.course.EndCase;
import dev.escala.escalation.course.ReopenCase;
import dev.escala.matter.Matters;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import dev.escala.validation.ConflictException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

abstract class ReopenStories extends EscalationStory {

	private static final String EXECUTE = "userTask_executePlan";

	private static final Instant WEDNESDAY_AT_TEN = Instant.parse("2026-11-25T09:00:00Z");

	@Autowired
	private ReopenCase reopening;

	@Autowired
	private EndCase endings;

	@Autowired
	private Matters matters;

	@Autowired
	private Timeline timeline;

	@Test
	@DisplayName("A problem that comes back: the work begins again and the resolution counts on without the days resolved")
	void reopened() {
		CaseNumber number = closed();
		assertThat(deadline(number, ServiceClock.RESOLUTION).dueAt()).isEqualTo("2026-11-30T17:00:00Z");
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);

		this.reopening.reopen(number, new UserId("agente"), "Vuelven a faltar facturas.");

		assertThat(this.timeline.entries(number)).extracting(TimelineEntry::text)
			.filteredOn((text) -> text.contains("Vuelven a faltar facturas."))
			.containsExactly("Se reabrió el caso: Vuelven a faltar facturas.");
		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.RESOLVE);
		assertThat(this.escalations.get(number).outcome()).isNull();
		assertThat(this.people.task(number, "userTask_executePlan").getAssignee()).isEqualTo("tecnologia");
		// Tuesday does not count, and of Wednesday only what came after ten.
		assertThat(deadline(number, ServiceClock.RESOLUTION).dueAt()).isEqualTo("2026-12-02T09:00:00Z");
		assertThat(deadline(number, ServiceClock.RESOLUTION).startedAt()).isEqualTo(MONDAY_AT_TEN);
		assertThat(this.people.due(number, ServiceClock.RESOLUTION))
			.isEqualTo(deadline(number, ServiceClock.RESOLUTION).warnAt());
		assertThat(this.serviceLevels.changes(deadline(number, ServiceClock.RESOLUTION).id()))
			.extracting(DeadlineChange::reason)
			.containsExactly("El caso se reabrió.");
		assertThat(watched(number)).containsExactlyInAnyOrder(ServiceClock.RESOLUTION, ServiceClock.UPDATE,
				ServiceClock.ACTIVITY);
		assertThat(this.people.jobs(number)).doesNotContain("event_firstHourEnding").contains("event_firstUpdateDue");
		// Three working days, of which only Tuesday would have counted.
		assertThat(deadline(number, ServiceClock.INVOLVE_PARTIES).dueAt()).isEqualTo("2026-11-30T09:00:00Z");
		assertThat(this.people.due(number, "event_morePartiesNeeded")).isEqualTo("2026-11-30T09:00:00Z");
		assertThat(this.serviceLevels.changes(deadline(number, ServiceClock.INVOLVE_PARTIES).id()))
			.extracting(DeadlineChange::reason)
			.containsExactly("El caso se reabrió.");
		this.people.runWhenDue(number, "event_firstUpdateDue");
		assertThat(this.people.tasks(number)).contains("userTask_updateCustomer");
		resolve(number, "tecnologia");
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");

		assertThat(this.escalations.get(number).outcome()).isEqualTo(Outcome.CLOSED_WITHOUT_RCA);
		assertThat(this.people.left(number)).isEmpty();
		assertThat(deadline(number, ServiceClock.RESOLUTION).metAt()).isEqualTo(CaseDriver.now());
		assertThat(deadline(number, ServiceClock.RESOLUTION).breachedAt()).isNull();
	}

	@Test
	@DisplayName("What was breached before stays breached, and is not told again")
	void breachedStaysBreached() {
		CaseNumber number = working(moderate());
		this.people.miss(number, ServiceClock.RESOLUTION);
		Instant breachedAt = deadline(number, ServiceClock.RESOLUTION).breachedAt();
		int told = told(number, "breach-RESOLUTION-1").size();
		resolve(number, "tecnologia");
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");
		CaseDriver.travelTo(CaseDriver.now().plusSeconds(3600));

		this.reopening.reopen(number, new UserId("agente"), "Vuelven a faltar facturas.");

		assertThat(deadline(number, ServiceClock.RESOLUTION).breachedAt()).isEqualTo(breachedAt);
		assertThat(deadline(number, ServiceClock.RESOLUTION).isOpen()).isTrue();
		assertThat(watched(number)).doesNotContain(ServiceClock.RESOLUTION);
		assertThat(told(number, "breach-RESOLUTION-1")).hasSize(told).isNotEmpty();
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
	}

	@Test
	@DisplayName("A case that lost its owner before it was closed is reopened into the queue of its group")
	void withoutAnOwner() {
		CaseNumber number = closed();
		this.matters.own(number, null);

		this.reopening.reopen(number, new UserId("agente"), "Vuelven a faltar facturas.");

		assertThat(this.people.task(number, EXECUTE).getAssignee()).isNull();
		assertThat(this.people.groups(number, EXECUTE)).containsExactlyInAnyOrder("technology", "supervisors");
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(this.outbox.messages(number)).noneMatch((message) -> message.step().startsWith("untouched-"));
		this.people.complete(number, "tecnologia", EXECUTE, Forms.progress("done"));
		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("tecnologia"));
	}

	@Test
	@DisplayName("More parties that were involved before are not involved again, and others are when their date comes")
	void moreParties() {
		CaseNumber before = working(moderate());
		this.people.runWhenDue(before, "event_morePartiesNeeded");
		CaseDriver.travel(Duration.ofSeconds(90));
		this.people.run(before, "serviceTask_involveParties");
		close(before);
		int told = told(before, "more-parties").size();
		Deadline involved = deadline(before, ServiceClock.INVOLVE_PARTIES);
		CaseDriver.travel(Duration.ofHours(1));

		this.reopening.reopen(before, new UserId("agente"), "Vuelven a faltar facturas.");

		assertThat(this.people.jobs(before)).doesNotContain("event_morePartiesNeeded", "serviceTask_involveParties");
		assertThat(deadline(before, ServiceClock.INVOLVE_PARTIES)).isEqualTo(involved);
		assertThat(told(before, "more-parties")).hasSize(told).isNotEmpty();

		CaseNumber after = closed();
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);
		this.reopening.reopen(after, new UserId("agente"), "Vuelven a faltar facturas.");
		this.people.runWhenDue(after, "event_morePartiesNeeded");
		this.people.run(after, "serviceTask_involveParties");
		assertThat(told(after, "more-parties")).isNotEmpty();
		assertThat(deadline(after, ServiceClock.INVOLVE_PARTIES).metAt()).isEqualTo("2026-11-30T09:00:00Z");
	}

	@Test
	@DisplayName("A tier that changed while the case was closed decides severity and service levels from the reopening on")
	void tierChangedMeanwhile() {
		tier(Tier.STANDARD);
		CaseDriver.travelTo(MONDAY_AT_TEN);
		CaseNumber number = working(Forms.with(Forms.report("REABRE"), "impact", "LOW", "urgency", "HIGH"));
		CaseDriver.travelTo(Instant.parse("2026-11-23T15:00:00Z"));
		close(number);
		assertThat(this.escalations.get(number).severity()).isEqualTo(Severity.MODERATE);
		tier(Tier.GOLD);
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);

		this.reopening.reopen(number, new UserId("agente"), "Vuelven a faltar facturas.");

		assertThat(this.escalations.get(number).severity()).isEqualTo(Severity.HIGH);
		assertThat(this.serviceLevels.agreedTier(number)).contains(Tier.GOLD);
		assertThat(deadline(number, ServiceClock.RESOLUTION).level().target().duration()).isEqualTo("PT16H");
		// Six of sixteen hours had counted on Monday, eight count on Wednesday.
		assertThat(deadline(number, ServiceClock.RESOLUTION).dueAt()).isEqualTo("2026-11-26T10:00:00Z");
		assertThat(this.people.due(number, ServiceClock.RESOLUTION))
			.isEqualTo(deadline(number, ServiceClock.RESOLUTION).warnAt());
		assertThat(this.people.due(number, "event_morePartiesNeeded"))
			.isEqualTo(deadline(number, ServiceClock.INVOLVE_PARTIES).dueAt())
			.isEqualTo("2026-11-25T11:00:00Z");
		String instance = this.matters.processInstanceId(number).orElseThrow();
		assertThat(this.engine.getRuntimeService().getVariables(instance)).containsEntry("severity", "HIGH")
			.containsEntry("tier", "GOLD");
	}

	private void tier(Tier tier) {
		SaveCustomer customer = new SaveCustomer("REABRE", "Talleres que vuelven", tier, "es",
				List.of(new Customer.Contact("Compras", "compras@reabre.example", null, true)), List.of());
		if (this.customers.findByCode("REABRE").isEmpty()) {
			this.customers.create(customer);
		}
		else {
			this.customers.replace(customer);
		}
	}

	@Test
	@DisplayName("Only a case that was closed is reopened")
	void refused() {
		CaseNumber open = working(moderate());
		CaseNumber withdrawn = reported(moderate());
		this.endings.withdraw(withdrawn, new UserId("agente"), "Era una prueba.");

		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.reopening.reopen(open, new UserId("agente"), "Otra vez."))
			.withMessageContaining("No se puede reabrir");
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.reopening.reopen(withdrawn, new UserId("agente"), "Otra vez."))
			.withMessageContaining("Solo se reabre un caso cerrado");
		CaseNumber closed = closed();
		this.reopening.reopen(closed, new UserId("agente"), "Otra vez.");
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.reopening.reopen(closed, new UserId("agente"), "Otra vez."))
			.withMessageContaining("No se puede reabrir");
	}

	/** A case that was resolved and closed on Monday at four in the afternoon. */
	private CaseNumber closed() {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		CaseNumber number = working(moderate());
		CaseDriver.travelTo(Instant.parse("2026-11-23T15:00:00Z"));
		close(number);
		return number;
	}

	private void close(CaseNumber number) {
		resolve(number, "tecnologia");
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");
	}

}
