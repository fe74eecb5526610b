package dev.escala.complaint.hold;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.regime.ComplaintFacts;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decisions;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places and releases what the table {@code complaintHolds} wants of a complaint as it
 * stands now. Whoever changes what it depends on asks for it again, in the same
 * transaction; asking once more changes nothing and tells nobody.
 */
@Service
@Transactional
public class Holds {

	private final Complaints complaints;

	private final HoldRepository repository;

	private final DisputeRepository disputes;

	private final Decisions decisions;

	private final ComplaintLaw law;

	private final HoldNotices notices;

	private final Timeline timeline;

	private final Clock clock;

	Holds(Complaints complaints, HoldRepository repository, DisputeRepository disputes, Decisions decisions,
			ComplaintLaw law, HoldNotices notices, Timeline timeline, Clock clock) {
		this.complaints = complaints;
		this.repository = repository;
		this.disputes = disputes;
		this.decisions = decisions;
		this.law = law;
		this.notices = notices;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** All of a complaint, in order. */
	@Transactional(readOnly = true)
	public List<Hold> list(CaseNumber number) {
		return this.repository.list(number);
	}

	/** What became of what other systems were told of a hold. */
	@Transactional(readOnly = true)
	public List<OutboxMessage> told(CaseNumber number, Hold hold) {
		return this.notices.told(number, hold);
	}

	/** Decides anew, from how the complaint stands. */
	public void decide(CaseNumber number) {
		Complaint complaint = this.complaints.lock(number);
		boolean atBody = this.disputes.list(number).stream().anyMatch(Dispute::isOpen);
		boolean unanswered = complaint.isOpen() && complaint.answeredAt() == null;
		List<DueHold> due = (atBody || unanswered) ? due(complaint, atBody, unanswered) : List.of();
		List<Hold> placed = this.repository.list(number);
		for (HoldKind kind : HoldKind.values()) {
			Optional<Hold> now = placed.stream().filter((hold) -> hold.kind() == kind && hold.isPlaced()).findFirst();
			Optional<DueHold> wanted = due.stream().filter((one) -> one.kind() == kind).findFirst();
			boolean dangerous = placed.stream()
				.anyMatch((hold) -> hold.kind() == kind && hold.release() == HoldRelease.SAFETY);
			if (wanted.isPresent() && now.isPresent()) {
				this.repository.goesOn(now.get().id(), wanted.get());
			}
			else if (wanted.isPresent() && !dangerous) {
				place(complaint, wanted.get());
			}
			else if (now.isPresent() && wanted.isEmpty()) {
				HoldRelease why = (now.get().until() == HoldUntil.BODY && !atBody) ? HoldRelease.BODY_ENDED
						: unanswered ? HoldRelease.NOT_DUE : HoldRelease.ANSWERED;
				release(complaint, now.get(), why, null, UserId.SYSTEM);
			}
		}
	}

	private List<DueHold> due(Complaint complaint, boolean atBody, boolean unanswered) {
		ComplaintFacts facts = complaint.facts(this.law);
		return this.decisions
			.decideIfAny(complaint.number(), "complaintHolds",
					Map.of("country", facts.country().toUpperCase(Locale.ROOT), "sector", facts.sector().name(),
							"complaintTopic", facts.topic().name(), "consumer", facts.consumer(), "large",
							facts.large(), "disputeBody", atBody))
			.matches()
			.stream()
			.flatMap((row) -> DueHold.of(row).stream())
			.filter((one) -> (one.until() == HoldUntil.BODY) ? atBody : unanswered)
			.toList();
	}

	private void place(Complaint complaint, DueHold due) {
		Instant now = this.clock.instant();
		long id = this.repository.place(complaint.number(), due, now);
		this.timeline.add(complaint.number(), UserId.SYSTEM,
				due.kind().label() + " " + due.until().label() + " (" + due.norm() + ").");
		this.notices.tell(complaint, find(complaint.number(), id));
	}

	void release(Complaint complaint, Hold hold, HoldRelease why, String note, UserId by) {
		this.repository.release(hold.id(), why, note, by, this.clock.instant());
		this.timeline.add(complaint.number(), by,
				"Ya no obliga «" + hold.kind().label() + "»: " + why.label() + ((note == null) ? "." : ". " + note));
		this.notices.tell(complaint, find(complaint.number(), hold.id()));
	}

	private Hold find(CaseNumber number, long id) {
		return this.repository.list(number).stream().filter((hold) -> hold.id() == id).findFirst().orElseThrow();
	}

}
