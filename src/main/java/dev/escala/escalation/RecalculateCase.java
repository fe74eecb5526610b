package dev.escala.escalation;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

import dev.escala.customer.Tier;
import dev.escala.servicelevel.Recalculations;
import dev.escala.servicelevel.ServiceLevels;
import dev.escala.servicelevel.UnmeasurableException;
import dev.escala.servicelevel.WantedRecalculation;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes the deadlines of an open case again because something changed outside of it: a
 * calendar, or the customer's tier. Where that fails, the case keeps its dates and timers
 * and a supervisor gets a task.
 */
@Service
@Transactional
public class RecalculateCase {

	private static final int LONGEST_NOTE = 1000;

	private final Escalations escalations;

	private final CaseProgress progress;

	private final CaseClocks clocks;

	private final CaseLevels levels;

	private final ServiceLevels serviceLevels;

	private final Recalculations recalculations;

	private final EscalationFlow flow;

	private final Timeline timeline;

	RecalculateCase(Escalations escalations, CaseProgress progress, CaseClocks clocks, CaseLevels levels,
			ServiceLevels serviceLevels, Recalculations recalculations, EscalationFlow flow, Timeline timeline) {
		this.escalations = escalations;
		this.progress = progress;
		this.clocks = clocks;
		this.levels = levels;
		this.serviceLevels = serviceLevels;
		this.recalculations = recalculations;
		this.flow = flow;
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
	boolean next(Collection<String> except, Consumer<WantedRecalculation> taken) {
		Optional<WantedRecalculation> wanted = this.recalculations.take(except);
		wanted.ifPresent((one) -> {
			taken.accept(one);
			recalculate(one.caseNumber(), TimelineEntry.SYSTEM, one.reason());
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
		String number = wanted.caseNumber();
		if (this.recalculations.failed(wanted, failure) && this.escalations.lock(number).isOpen()
				&& this.flow.askToCorrectDeadlines(number, failure)) {
			this.timeline.add(number, TimelineEntry.SYSTEM,
					wanted.reason() + " No se pudieron calcular de nuevo los plazos; siguen como estaban: " + failure);
		}
	}

	/**
	 * A supervisor has mended the cause: computes the deadlines again.
	 * @param note what was mended
	 * @throws UnmeasurableException where a deadline still cannot be computed
	 */
	public void retry(String number, String user, String note) {
		Fields fields = new Fields();
		String what = fields.required("correctionNote", "qué se ha corregido", note, LONGEST_NOTE);
		fields.done();
		String reason = this.recalculations.take(number)
			.map(WantedRecalculation::reason)
			.orElse("Se corrigió el cálculo de los plazos.");
		recalculate(number, user, reason);
		this.timeline.add(number, user, "Corrigió los plazos: " + what);
	}

	private void recalculate(String number, String actor, String reason) {
		if (this.escalations.find(number).isEmpty()) {
			return;
		}
		Escalation escalation = this.escalations.lock(number);
		if (!escalation.isOpen()) {
			return;
		}
		Tier tier = this.escalations.keptTier(escalation);
		if (this.serviceLevels.agreedTier(number).filter((agreed) -> agreed != tier).isPresent()) {
			this.progress.assess(number);
		}
		this.clocks.recalculate(number, actor, reason);
		this.levels.measure(number);
	}

}
