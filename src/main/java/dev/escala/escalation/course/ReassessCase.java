package dev.escala.escalation.course;

import dev.escala.escalation.CaseAction;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Report;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.promise.PromiseBroken;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody learns that a case does more or less harm, or faster, than was reported: the
 * severity is decided again (001-02) and its clocks move with it, from their first start.
 */
@Service
@Transactional
public class ReassessCase {

	private static final int LONGEST_REASON = 1000;

	private final Escalations escalations;

	private final EscalationRepository repository;

	private final ClassifyCase classification;

	private final Timeline timeline;

	ReassessCase(Escalations escalations, EscalationRepository repository, ClassifyCase classification,
			Timeline timeline) {
		this.escalations = escalations;
		this.repository = repository;
		this.classification = classification;
		this.timeline = timeline;
	}

	/**
	 * Changes impact and urgency.
	 * @param impact the name of a {@link Report.Scale}
	 * @param urgency the name of a {@link Report.Scale}
	 * @param reason what was learned
	 * @return the case with its severity as it is now
	 */
	public Escalation reassess(CaseNumber number, UserId user, String impact, String urgency, String reason) {
		Fields fields = new Fields();
		Report.Scale harm = fields.oneOf("impact", "el impacto", impact, Report.Scale.class, null);
		Report.Scale pace = fields.oneOf("urgency", "la urgencia", urgency, Report.Scale.class, null);
		String why = fields.required("reason", "por qué cambia", reason, LONGEST_REASON);
		fields.done();
		Escalation before = this.escalations.lockFor(number, CaseAction.REASSESS);
		if (harm == before.report().impact() && pace == before.report().urgency()) {
			return before;
		}
		this.repository.weigh(number, harm, pace);
		this.timeline.add(number, user, "Cambió el impacto a " + Sentences.within(harm.label()) + " y la urgencia a "
				+ Sentences.within(pace.urgencyLabel()) + ": " + why);
		return this.classification.assess(number);
	}

	/**
	 * Something made the case worse: urgency and then impact go up until the severity
	 * does. A case whose severity is settled, or at its worst, stays as it is.
	 * @param reason the end of a Spanish sentence: what happened
	 */
	public void raise(CaseNumber number, String reason) {
		Escalation before = this.escalations.lock(number);
		if (!CaseAction.REASSESS.isAllowedIn(before.phase())) {
			return;
		}
		Escalation now = before;
		while (now.severity() == before.severity() && canGrow(now.report())) {
			Report.Scale impact = now.report().impact();
			Report.Scale urgency = now.report().urgency();
			boolean urgent = urgency == Report.Scale.HIGH;
			this.repository.weigh(number, urgent ? next(impact) : impact, urgent ? urgency : next(urgency));
			now = this.classification.assess(number);
		}
		if (now.severity() != before.severity()) {
			this.timeline.add(number, UserId.SYSTEM,
					"La gravedad subió de " + Sentences.within(before.severity().label()) + " a "
							+ Sentences.within(now.severity().label()) + ": " + reason + ".");
		}
	}

	@EventListener
	void promiseBroken(PromiseBroken broken) {
		if (broken.worsens() && broken.number().value().startsWith(Escalation.PREFIX)) {
			raise(broken.number(), "se incumplió un compromiso con el cliente");
		}
	}

	private static boolean canGrow(Report report) {
		return report.urgency() != Report.Scale.HIGH || report.impact() != Report.Scale.HIGH;
	}

	private static Report.Scale next(Report.Scale scale) {
		return (scale == Report.Scale.LOW) ? Report.Scale.MEDIUM : Report.Scale.HIGH;
	}

}
