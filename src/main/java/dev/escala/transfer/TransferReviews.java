package dev.escala.transfer;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.matter.MatterEnded;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A case that was passed on more often than the table {@code transferLimit} allows is
 * looked at by supervision (004-43): once for each limit that it goes beyond, whichever
 * node passes it on.
 */
@Service
@Transactional
public class TransferReviews {

	private static final int LONGEST_NOTE = 1000;

	private final TransferReviewRepository repository;

	private final TransferFlow flow;

	private final Decisions decisions;

	private final Staff staff;

	private final Timeline timeline;

	private final Clock clock;

	TransferReviews(TransferReviewRepository repository, TransferFlow flow, Decisions decisions, Staff staff,
			Timeline timeline, Clock clock) {
		this.repository = repository;
		this.flow = flow;
		this.decisions = decisions;
		this.staff = staff;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** Another group has the case; asks supervision where that is once too often. */
	public void passedOn(CaseNumber number, Severity severity) {
		int times = this.repository.times(number);
		if (times == 0) {
			return;
		}
		Decision decision = this.decisions.decide(number, "transferLimit", Map.of("severity", severity));
		int allowed = decision.number("transfers");
		if (times > allowed && this.repository.addIfNew(number, allowed, times, this.clock.instant())) {
			this.timeline.add(number, UserId.SYSTEM,
					"Supervisión revisa los traspasos, que ya son " + times + ": " + decision.reason());
			this.flow.askToReview(number);
		}
	}

	/** How often it went from one team to another. */
	@Transactional(readOnly = true)
	public int times(CaseNumber number) {
		return this.repository.times(number);
	}

	/** Through which teams it went, as one Spanish sentence. */
	@Transactional(readOnly = true)
	public String story(CaseNumber number) {
		return "Ha cambiado de equipo " + this.repository.times(number) + " veces: "
				+ this.repository.groups(number).stream().map(this.staff::groupName).collect(Collectors.joining(" → "))
				+ ".";
	}

	/** A supervisor says whose it is. */
	public void reviewed(CaseNumber number, UserId supervisor, String note) {
		Fields fields = new Fields();
		String said = fields.required("transferNote", "quién se lo queda y por qué", note, LONGEST_NOTE);
		fields.done();
		this.timeline.add(number, supervisor, "Traspasos revisados: " + said);
	}

	@EventListener
	void ended(MatterEnded ended) {
		this.flow.endReviews(ended.number());
	}

}
