package dev.escala.clock.recalculation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.escala.clock.ClockFlow;
import dev.escala.clock.Deadline;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceLevels;
import dev.escala.clock.UnmeasurableException;
import dev.escala.customer.Tier;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes the deadlines of an open case again because something changed outside of it: a
 * calendar, or the customer's tier. A clock that only this ends gets a short term. Where
 * it fails, the case keeps its dates and timers and a supervisor gets a task.
 */
@Service
@Transactional
public class RecalculateMatter {

	private static final int LONGEST_NOTE = 1000;

	private final Matters matters;

	private final MatterClocks clocks;

	private final ServiceLevels serviceLevels;

	private final Recalculations recalculations;

	private final FreshTerms freshTerms;

	private final ClockFlow flow;

	private final ApplicationEventPublisher events;

	private final Timeline timeline;

	RecalculateMatter(Matters matters, MatterClocks clocks, ServiceLevels serviceLevels, Recalculations recalculations,
			FreshTerms freshTerms, ClockFlow flow, ApplicationEventPublisher events, Timeline timeline) {
		this.matters = matters;
		this.clocks = clocks;
		this.serviceLevels = serviceLevels;
		this.recalculations = recalculations;
		this.freshTerms = freshTerms;
		this.flow = flow;
		this.events = events;
		this.timeline = timeline;
	}

	/**
	 * Computes the case that has waited longest.
	 * @param except cases to leave
	 * @param taken hears which case it is before anything can fail
	 * @return whether there was one
	 * @throws UnmeasurableException where a deadline cannot be computed; nothing is
	 * written and the case waits on
	 */
	boolean next(Collection<CaseNumber> except, Consumer<WantedRecalculation> taken) {
		Optional<WantedRecalculation> wanted = this.recalculations.take(except);
		wanted.ifPresent((one) -> {
			taken.accept(one);
			recalculate(one.caseNumber(), UserId.SYSTEM, one.reason());
			if (one.failedBefore()) {
				this.flow.deadlinesCorrected(one.caseNumber());
			}
		});
		return wanted.isPresent();
	}

	/**
	 * Records that the deadlines of a case cannot be computed, and asks the supervisors
	 * to mend the cause, once.
	 * @param failure why, in Spanish
	 */
	void failed(WantedRecalculation wanted, String failure) {
		CaseNumber number = wanted.caseNumber();
		if (this.recalculations.failed(wanted, failure) && this.matters.lock(number).open()
				&& this.flow.askToCorrectDeadlines(number, failure)) {
			this.timeline.add(number, UserId.SYSTEM,
					wanted.reason() + " No se pudieron calcular de nuevo los plazos; siguen como estaban: " + failure);
		}
	}

	/**
	 * A supervisor has mended the cause: computes the deadlines again.
	 * @param note what was mended
	 * @throws UnmeasurableException where a deadline still cannot be computed
	 */
	public void retry(CaseNumber number, UserId user, String note) {
		Fields fields = new Fields();
		String what = fields.required("correctionNote", "qué se ha corregido", note, LONGEST_NOTE);
		fields.done();
		String reason = this.recalculations.take(number)
			.map(WantedRecalculation::reason)
			.orElse("Se corrigió el cálculo de los plazos.");
		recalculate(number, user, reason);
		this.timeline.add(number, user, "Corrigió los plazos: " + what);
	}

	private void recalculate(CaseNumber number, UserId actor, String reason) {
		if (this.matters.find(number).isEmpty()) {
			return;
		}
		Matter matter = this.matters.lock(number);
		if (!matter.open()) {
			return;
		}
		List<Deadline> before = this.serviceLevels.kept(number);
		Tier tier = this.matters.keptTier(matter);
		if (this.serviceLevels.agreedTier(number).filter((agreed) -> agreed != tier).isPresent()) {
			this.matters.assess(number);
		}
		this.clocks.recalculate(number, actor, reason);
		this.freshTerms.give(this.matters.get(number), before);
		this.events.publishEvent(new ClocksRecalculated(number));
	}

}
