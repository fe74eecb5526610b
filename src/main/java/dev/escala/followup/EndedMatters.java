package dev.escala.followup;

import java.time.Clock;
import java.time.ZoneId;

import dev.escala.complaint.Complaints;
import dev.escala.escalation.Escalations;
import dev.escala.matter.MatterEnded;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.won.Delivered;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What ends of which Escala itself knows. It listens in the transaction of the end, so
 * that a node that dies has either both or neither.
 */
@Component
@Transactional
class EndedMatters {

	private final FollowUps followUps;

	private final Complaints complaints;

	private final Escalations escalations;

	private final Pursuits pursuits;

	private final Clock clock;

	private final ZoneId zone;

	EndedMatters(FollowUps followUps, Complaints complaints, Escalations escalations, Pursuits pursuits, Clock clock,
			@Value("${escala.zone}") ZoneId zone) {
		this.followUps = followUps;
		this.complaints = complaints;
		this.escalations = escalations;
		this.pursuits = pursuits;
		this.clock = clock;
		this.zone = zone;
	}

	/** Whoever answered whether they were heard, or gave a mark, has said it already. */
	@EventListener
	@Order(90)
	public void ended(MatterEnded event) {
		this.complaints.find(event.number())
			.ifPresent((one) -> this.followUps.plan(new Ended(FollowUpKind.COMPLAINT, one.number().value(),
					one.customerId(), this.clock.instant(), one.outcome() != null && one.outcome().isDecided(),
					this.complaints.judgement(one.number()).isPresent())));
		this.escalations.find(event.number())
			.filter((one) -> one.endedAt() != null)
			.ifPresent((one) -> this.followUps
				.plan(new Ended(FollowUpKind.ESCALATION, one.number().value(), one.customerId(), one.endedAt(),
						one.outcome() != null && one.outcome().isClosed(), one.satisfaction() != null)));
	}

	/** A sale is asked about when they have what they bought, not when they sign. */
	@EventListener
	public void delivered(Delivered event) {
		this.followUps.after(FollowUpKind.SALE, event.number().value(), this.pursuits.get(event.number()).customerId(),
				event.day().atStartOfDay(this.zone).toInstant());
	}

}
