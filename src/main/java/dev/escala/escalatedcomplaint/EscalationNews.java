package dev.escala.escalatedcomplaint;

import java.time.Clock;
import java.util.stream.Stream;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintGoesOn;
import dev.escala.complaint.course.AwaitEscalation;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Milestone;
import dev.escala.escalation.MilestoneReached;
import dev.escala.escalation.Outcome;
import dev.escala.matter.MatterEnded;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What becomes of one is told to the other, in the same transaction. An escalation that
 * goes on in another one is awaited there.
 */
@Component
class EscalationNews {

	private final EscalatedComplaintRepository repository;

	private final Escalations escalations;

	private final AwaitEscalation waiting;

	private final Timeline timeline;

	private final Clock clock;

	EscalationNews(EscalatedComplaintRepository repository, Escalations escalations, AwaitEscalation waiting,
			Timeline timeline, Clock clock) {
		this.repository = repository;
		this.escalations = escalations;
		this.waiting = waiting;
		this.timeline = timeline;
		this.clock = clock;
	}

	@EventListener
	void reached(MilestoneReached reached) {
		EscalationEnding ending = ending(reached);
		if (ending != null) {
			Stream.concat(Stream.of(reached.number()), this.escalations.duplicatesOf(reached.number()).stream())
				.flatMap((number) -> this.repository.ofEscalation(number).stream())
				.filter((link) -> this.repository.end(link.escalation(), ending, this.clock.instant()))
				.forEach((link) -> this.waiting.over(link.complaint(), reached.actor(), told(link, reached, ending)));
		}
	}

	private EscalationEnding ending(MilestoneReached reached) {
		if (reached.milestone() == Milestone.RESOLVED) {
			return EscalationEnding.RESOLVED;
		}
		Outcome outcome = (reached.milestone() == Milestone.ENDED) ? this.escalations.get(reached.number()).outcome()
				: null;
		if (outcome == null || outcome == Outcome.DUPLICATE) {
			return null;
		}
		return outcome.isClosed() ? EscalationEnding.CLOSED : EscalationEnding.WITHDRAWN;
	}

	private static String told(EscalatedComplaint link, MilestoneReached reached, EscalationEnding ending) {
		String where = link.escalation().equals(reached.number()) ? "" : ", que seguía en " + reached.number() + ",";
		String more = (reached.told() == null) ? "" : " " + reached.told();
		return "El escalamiento " + link.escalation() + where + " " + ending.told() + "." + more;
	}

	@EventListener
	void goesOn(ComplaintGoesOn event) {
		this.repository.running(event.number()).ifPresent((link) -> {
			this.repository.await(link.escalation(), false);
			tell(link.escalation(), event.by(),
					"La reclamación " + event.number() + " sigue sin esperar a este caso: " + event.reason());
		});
	}

	/** The escalation goes on by itself: what it is about may still be so. */
	@EventListener
	void ended(MatterEnded event) {
		if (event.number().value().startsWith(Complaint.PREFIX)) {
			this.repository.running(event.number()).ifPresent((link) -> {
				this.repository.await(link.escalation(), false);
				tell(link.escalation(), UserId.SYSTEM, "La reclamación " + event.number() + " terminó: " + event.why()
						+ " Este caso sigue por su cuenta; si ya no hace falta, retírelo.");
			});
		}
	}

	private void tell(CaseNumber escalation, UserId by, String text) {
		this.escalations.find(escalation).map(Escalation::number).ifPresent((one) -> this.timeline.add(one, by, text));
	}

}
