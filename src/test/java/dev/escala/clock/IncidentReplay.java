package dev.escala.clock;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.clock.count.MinuteWalk.Agreed;
import dev.escala.clock.count.MinuteWalk.Goal;
import dev.escala.clock.count.MinuteWalk.Kind;
import dev.escala.clock.count.MinuteWalk.Stop;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.EscalationType;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Report;
import dev.escala.escalation.course.EndCase;
import dev.escala.escalation.course.ReassessCase;
import dev.escala.escalation.report.ReportEscalation;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decisions;
import dev.escala.support.CaseDriver;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lives through an incident as a case, in its own time, with every timer. */
class IncidentReplay {

	private static final String CUSTOMER = "REPLAY";

	private static final String USER = "replay";

	/** Who resolves has taken it over and told the customer. */
	private static final List<ServiceClock> COMPLETED_BY_RESOLVING = List.of(ServiceClock.ACKNOWLEDGEMENT,
			ServiceClock.ANSWER, ServiceClock.UPDATE, ServiceClock.RESOLUTION);

	private final ReportEscalation reports;

	private final Escalations escalations;

	private final PauseMatter pauses;

	private final ReassessCase reassessments;

	private final MatterClocks clocks;

	private final ClockAdjustments adjustments;

	private final ServiceLevels serviceLevels;

	private final ClockFlow flow;

	private final EndCase end;

	private final Decisions decisions;

	private final Customers customers;

	private final ProcessEngine engine;

	private final JdbcClient jdbc;

	private final CaseDriver people;

	IncidentReplay(ReportEscalation reports, Escalations escalations, PauseMatter pauses, ReassessCase reassessments,
			MatterClocks clocks, ClockAdjustments adjustments, ServiceLevels serviceLevels, ClockFlow flow, EndCase end,
			Decisions decisions, Customers customers, ProcessEngine engine, JdbcClient jdbc) {
		this.reports = reports;
		this.escalations = escalations;
		this.pauses = pauses;
		this.reassessments = reassessments;
		this.clocks = clocks;
		this.adjustments = adjustments;
		this.serviceLevels = serviceLevels;
		this.flow = flow;
		this.end = end;
		this.decisions = decisions;
		this.customers = customers;
		this.engine = engine;
		this.jdbc = jdbc;
		this.people = new CaseDriver(engine);
		// This is about clocks: the mail server takes everything at once.
		this.people
			.deliverBy(() -> jdbc.sql("UPDATE outbox_message SET status = 'SENT', sent_at = ? WHERE status = 'PENDING'")
				.param(Timestamp.from(CaseDriver.now()))
				.update());
	}

	void prepare() {
		this.people.staff();
		if (this.customers.match(CUSTOMER).isEmpty()) {
			this.customers.create(new SaveCustomer(CUSTOMER, "Cliente de los incidentes", Tier.STANDARD, "es",
					List.of(new Customer.Contact("Compras", "compras@incidentes.example", null, true)), List.of()));
		}
	}

	boolean escalates(List<Incident> changes) {
		Incident last = changes.get(changes.size() - 1);
		return this.decisions
			.decide(null, "escalationIntake",
					Map.of("origin", "SYSTEM", "reason", "SERVICE_LEVEL", "slaMissed", !last.madeSla(), "priority",
							last.priority(), "reassignments", last.reassignments(), "reopenings", last.reopenings()))
			.flag("escalate");
	}

	/** Lives through it and ends it. */
	Lived live(List<Incident> changes) {
		Incident first = changes.get(0);
		Instant start = first.openedAt();
		travel(start);
		CaseNumber number = this.reports
			.report(report(first), new UserId(USER), EscalationType.AUTOMATIC, "replay:" + first.number(), start)
			.number();
		Life life = new Life(number, start, first);
		for (Incident change : changes) {
			Instant when = change.changedAt().isBefore(life.now) ? life.now : change.changedAt();
			runUntil(number, when);
			life.now = when;
			life.happen(change);
		}
		Instant last = life.now.isAfter(first.closedAt()) ? life.now : first.closedAt();
		runUntil(number, last);
		List<Deadline> deadlines = this.serviceLevels.deadlines(number);
		this.end.withdraw(number, new UserId(USER), "Fin de la repetición");
		return life.lived(last, deadlines);
	}

	private static Report report(Incident incident) {
		return Report.of(new Report.Input(CUSTOMER, "SYSTEM", "SERVICE_LEVEL", "TECHNICAL", "UNKNOWN",
				"Incidente " + incident.number(), "Un incidente real.", incident.impact(), incident.urgency(), null,
				List.of(), List.of(), false));
	}

	/** Every earlier timer in its order; what happens at the very minute is in time. */
	private void runUntil(CaseNumber number, Instant until) {
		for (Optional<Job> job = next(number, until); job.isPresent(); job = next(number, until)) {
			Instant due = Optional.ofNullable(job.get().getDuedate()).map(Date::toInstant).orElse(Instant.MIN);
			if (due.isAfter(ClockUtil.getCurrentTime().toInstant())) {
				travel(due);
			}
			this.people.execute(job.get());
		}
		travel(until);
	}

	private Optional<Job> next(CaseNumber number, Instant until) {
		return this.jdbc.sql("""
				SELECT j.id_ FROM act_ru_job j JOIN act_ru_execution i ON i.id_ = j.process_instance_id_
				WHERE i.business_key_ = ? AND j.suspension_state_ = 1 AND (j.duedate_ IS NULL OR j.duedate_ < ?)
				ORDER BY j.duedate_ NULLS FIRST LIMIT 1
				""")
			.param(number.value())
			.param(Timestamp.from(until))
			.query(String.class)
			.optional()
			.map((id) -> this.engine.getManagementService().createJobQuery().jobId(id).singleResult());
	}

	private static void travel(Instant instant) {
		ClockUtil.setCurrentTime(Date.from(instant));
	}

	private Goal goal(ServiceClock clock, Severity severity) {
		var level = this.decisions.decide(null, "serviceLevels",
				Map.of("clock", clock, "severity", severity, "tier", Tier.STANDARD));
		Kind kind = Kind.valueOf(level.text("counting"));
		String duration = level.text("duration");
		return kind.name().startsWith("WORKING_DAYS")
				? new Goal(kind, 0, Integer.parseInt(duration.replaceAll("\\D", "")), level.number("warnAfter"),
						level.flag("mayPause"))
				: new Goal(kind, Duration.parse(duration).toSeconds(), 0, level.number("warnAfter"),
						level.flag("mayPause"));
	}

	/** What happens to one incident, and what the oracle is told of it. */
	private final class Life {

		private final CaseNumber number;

		private final Instant start;

		private final List<Stop> ledger = new ArrayList<>();

		private final List<Map.Entry<Instant, Severity>> severities = new ArrayList<>();

		private String impact;

		private String urgency;

		private Instant now;

		private Instant waitsSince;

		private Instant resolvedSince;

		private Instant acknowledgedAt;

		private Instant firstResolvedAt;

		Life(CaseNumber number, Instant start, Incident first) {
			this.number = number;
			this.start = start;
			this.now = start;
			this.impact = first.impact();
			this.urgency = first.urgency();
			this.severities.add(Map.entry(start, severity()));
		}

		void happen(Incident change) {
			if (this.waitsSince != null && !change.waits()) {
				IncidentReplay.this.pauses.resume(this.number, new UserId(USER));
				this.ledger.add(new Stop(this.waitsSince.getEpochSecond(), this.now.getEpochSecond(), false));
				this.waitsSince = null;
			}
			if (this.resolvedSince != null && !change.isResolved()) {
				reopen();
			}
			if (change.assigned() && this.acknowledgedAt == null) {
				IncidentReplay.this.people.complete(this.number, "supervisor", "userTask_takeOver",
						Map.of("takeOverOutcome", "take"));
				this.acknowledgedAt = this.now;
			}
			if (this.resolvedSince == null
					&& !(change.impact().equals(this.impact) && change.urgency().equals(this.urgency))) {
				this.impact = change.impact();
				this.urgency = change.urgency();
				IncidentReplay.this.reassessments.reassess(this.number, new UserId(USER), this.impact, this.urgency,
						"Cambió");
				this.severities.add(Map.entry(this.now, severity()));
			}
			if (change.waits() && this.waitsSince == null) {
				IncidentReplay.this.pauses.pause(this.number, new UserId(USER), change.reason().name(), change.state());
				this.waitsSince = this.now;
			}
			if (change.isResolved() && this.resolvedSince == null) {
				COMPLETED_BY_RESOLVING.forEach((clock) -> IncidentReplay.this.clocks.meet(this.number, clock));
				this.resolvedSince = this.now;
				this.firstResolvedAt = (this.firstResolvedAt == null) ? this.now : this.firstResolvedAt;
			}
		}

		private void reopen() {
			var escalation = IncidentReplay.this.escalations.get(this.number);
			Subject subject = new Subject(this.number, escalation.severity(), Tier.STANDARD, escalation.groupId(),
					escalation.customerId());
			IncidentReplay.this.adjustments.reopen(subject, new UserId(USER));
			IncidentReplay.this.flow.syncTimers(this.number);
			this.ledger.add(new Stop(this.resolvedSince.getEpochSecond(), this.now.getEpochSecond(), true));
			this.resolvedSince = null;
		}

		private Severity severity() {
			return IncidentReplay.this.escalations.get(this.number).severity();
		}

		Lived lived(Instant end, List<Deadline> deadlines) {
			if (this.waitsSince != null) {
				this.ledger.add(new Stop(this.waitsSince.getEpochSecond(), Stop.NEVER, false));
			}
			return new Lived(this.number, this.start, end, List.copyOf(this.ledger), List.copyOf(this.severities),
					this.resolvedSince, this.firstResolvedAt, this.acknowledgedAt, deadlines, IncidentReplay.this);
		}

	}

	/** A life that is over. */
	record Lived(CaseNumber number, Instant start, Instant end, List<Stop> ledger,
			List<Map.Entry<Instant, Severity>> severities, Instant resolvedAt, Instant firstResolvedAt,
			Instant acknowledgedAt, List<Deadline> deadlines, IncidentReplay replay) {

		List<Agreed> agreed(ServiceClock clock) {
			return this.severities.stream()
				.map((since) -> new Agreed(since.getKey(), this.replay.goal(clock, since.getValue())))
				.toList();
		}

		/** When the clock was met, and therefore not open. */
		List<Stop> shut(ServiceClock clock) {
			List<Stop> shut = new ArrayList<>();
			if (clock == ServiceClock.RESOLUTION) {
				this.ledger.stream().filter(Stop::resolved).forEach(shut::add);
				met(shut, this.resolvedAt);
			}
			else if (clock != ServiceClock.FIRST_NOTICE) {
				met(shut, this.firstResolvedAt);
			}
			if (clock == ServiceClock.ACKNOWLEDGEMENT) {
				met(shut, this.acknowledgedAt);
			}
			if (clock == ServiceClock.FIRST_NOTICE) {
				met(shut, this.start.plus(Duration.ofMinutes(45)));
			}
			return shut;
		}

		private static void met(List<Stop> shut, Instant when) {
			if (when != null) {
				shut.add(new Stop(when.getEpochSecond(), Stop.NEVER, true));
			}
		}

		Optional<Instant> breach(ServiceClock clock) {
			return this.deadlines.stream()
				.filter((deadline) -> deadline.clock() == clock && deadline.run() == 1)
				.findFirst()
				.map(Deadline::breachedAt);
		}

		@Override
		public String toString() {
			return "from " + this.start + " to " + this.end + ", " + this.severities + ", " + this.ledger
					+ ", resolved " + this.resolvedAt + ", acknowledged " + this.acknowledgedAt;
		}

	}

}
