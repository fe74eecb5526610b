package dev.escala.escalation.view;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.escala.access.Staff;
import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.customer.Customer;
import dev.escala.escalation.ActionPlan;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.EscalationType;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.escalation.Report;
import dev.escala.escalation.course.EndCase;
import dev.escala.escalation.course.OpenDetails;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.matter.Severity;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.observation.Observation;
import dev.escala.observation.Observations;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decisions;
import dev.escala.routing.RecordedDecision;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import dev.escala.visibility.Visibility;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that is known of one escalation, in one look. */
@Service
public class EscalationOverview {

	private final Escalations escalations;

	private final EndCase end;

	private final ServiceLevels serviceLevels;

	private final Decisions decisions;

	private final Timeline timeline;

	private final Outbox outbox;

	private final Staff staff;

	private final MatterNotes notes;

	private final OpenDetails open;

	private final Observations observations;

	private final Visibility visibility;

	EscalationOverview(Escalations escalations, EndCase end, ServiceLevels serviceLevels, Decisions decisions,
			Timeline timeline, Outbox outbox, Staff staff, MatterNotes notes, OpenDetails open,
			Observations observations, Visibility visibility) {
		this.visibility = visibility;
		this.escalations = escalations;
		this.end = end;
		this.serviceLevels = serviceLevels;
		this.decisions = decisions;
		this.timeline = timeline;
		this.outbox = outbox;
		this.staff = staff;
		this.notes = notes;
		this.open = open;
		this.observations = observations;
	}

	/** The escalation with all that belongs to it; refuses an unknown number. */
	@Transactional(readOnly = true)
	public Details details(CaseNumber number) {
		Escalation escalation = this.escalations.get(number);
		Customer customer = this.escalations.customer(escalation).orElse(null);
		boolean contacts = this.visibility.readsContacts(number);
		List<CaseDetail> details = this.escalations.details(number)
			.stream()
			.filter((detail) -> contacts || detail.kind() != CaseDetail.Kind.CONTACT)
			.toList();
		return new Details(number, escalation.phase(), escalation.outcome(), escalation.report(),
				(customer == null) ? null
						: new CustomerSummary(customer.code(), customer.name(), customer.tier().name()),
				escalation.severity(), escalation.type(), escalation.level(), escalation.groupId(),
				(escalation.groupId() == null) ? null : this.staff.groupName(escalation.groupId()),
				escalation.ownerId(), escalation.reportedBy(), escalation.reportedAt(), escalation.acknowledgedAt(),
				escalation.resolvedAt(), escalation.endedAt(), escalation.satisfaction(), escalation.rcaRequested(),
				escalation.duplicateOf(), this.escalations.duplicatesOf(number), escalation.externalRef(),
				this.serviceLevels.deadlines(number).stream().map(ClockSummary::of).toList(),
				this.decisions.recorded(number), details, this.open.list(number).stream().map(CaseDetail::id).toList(),
				this.escalations.latestPlan(number).orElse(null), this.notes.notes(number),
				this.timeline.entries(number), contacts ? this.outbox.messages(number) : List.of(),
				this.observations.all(number).stream().map(ObservationSummary::of).toList());
	}

	/**
	 * An escalation as programs follow it. Instants are absolute (UTC).
	 *
	 * @param report what was reported; what it linked stands among the details
	 * @param duplicateOf the case in which this one goes on, or {@code null}
	 * @param duplicates the cases that go on in this one
	 * @param deadlines every clock with when it is due, met or breached, and why so long
	 * @param decisions every decision with its inputs, the matched rules and their
	 * reasons
	 * @param openMatters ids of the details that keep the case open (001-28)
	 * @param messages who was written to; empty for who does not read contacts' data
	 * @param plan the latest version of the action plan, or {@code null}
	 * @param observations how it was observed each time that it was closed, oldest first
	 */
	public record Details(CaseNumber number, Phase phase, Outcome outcome, @JsonIgnoreProperties( {
			"customerIssues", "linkedRecords" }) Report report, CustomerSummary customer, Severity severity,
			EscalationType type, int level, String groupId, String groupName, UserId ownerId, UserId reportedBy,
			Instant reportedAt, Instant acknowledgedAt, Instant resolvedAt, Instant endedAt, Integer satisfaction,
			boolean rcaRequested, CaseNumber duplicateOf, List<CaseNumber> duplicates, String externalRef,
			List<ClockSummary> deadlines, List<RecordedDecision> decisions, List<CaseDetail> details,
			List<Long> openMatters, ActionPlan plan, List<MatterNote> notes, List<TimelineEntry> timeline,
			List<OutboxMessage> messages, List<ObservationSummary> observations){
	}

	/**
	 * A clock in one of its runs.
	 *
	 * @param run how often it began, from 1
	 * @param warnAt when people are warned
	 * @param dueAt when it is over; while paused, when it would have been
	 * @param pausedAt since when it stands still, or {@code null}
	 * @param metAt when it was met, in time or late, or {@code null}
	 * @param breachedAt when it was found missed, or {@code null}
	 * @param stoppedAt when the case was over before, or {@code null}
	 * @param reason why so long: the rule of the table
	 */
	public record ClockSummary(ServiceClock clock, int run, Instant startedAt, Instant warnAt, Instant dueAt,
			Instant pausedAt, Instant metAt, Instant breachedAt, Instant stoppedAt, String reason) {

		static ClockSummary of(Deadline deadline) {
			return new ClockSummary(deadline.clock(), deadline.run(), deadline.startedAt(), deadline.warnAt(),
					deadline.dueAt(), deadline.state().pausedAt(), deadline.metAt(), deadline.breachedAt(),
					deadline.stoppedAt(), deadline.reason());
		}

	}

	/**
	 * The observation of a case after it was closed.
	 *
	 * @param until when the customer is asked whether it is still solved
	 * @param askedAt when they were asked, or {@code null}
	 * @param answerUntil until when their answer is awaited, or {@code null}
	 * @param ending how it ended, or {@code null} while it lasts
	 */
	public record ObservationSummary(Instant until, Instant askedAt, Instant answerUntil, Observation.Ending ending) {

		static ObservationSummary of(Observation one) {
			return new ObservationSummary(one.until(), one.askedAt(), one.answerUntil(), one.ending());
		}

	}

	/** The customer in short; {@code null} while nobody knows which. */
	public record CustomerSummary(String code, String name, String tier) {
	}

}
