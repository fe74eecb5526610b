package dev.escala.pursuit.loss;

import java.time.Clock;
import java.util.Optional;

import dev.escala.access.Staff;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitFlow;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps why something was lost: nobody closes it without (002-06, 002-16, 002-18). */
@Service
@Transactional
public class Losses {

	private static final int LONGEST = 1000;

	private static final int LONGEST_ANALYSIS = 2000;

	private final LossRepository repository;

	private final LossReasons reasons;

	private final PursuitFlow flow;

	private final Staff staff;

	private final Timeline timeline;

	private final Clock clock;

	Losses(LossRepository repository, LossReasons reasons, PursuitFlow flow, Staff staff, Timeline timeline,
			Clock clock) {
		this.repository = repository;
		this.reasons = reasons;
		this.flow = flow;
		this.staff = staff;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Checks what somebody says of a loss.
	 * @param toRival whether it was lost to a competitor, which asks for more
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * missing or wrong; the caller's transaction goes on
	 */
	@Transactional(readOnly = true, noRollbackFor = InvalidInputException.class)
	public SaidLoss read(SaidLoss.Input said, boolean toRival) {
		Fields fields = new Fields();
		String reason = fields.required("lossReason", "por qué se pierde", said.reason(), 100);
		if (!reason.isEmpty() && this.reasons.all().stream().noneMatch((one) -> one.code().equals(reason))) {
			fields.refuse("lossReason", "No se conoce el motivo «" + reason + "». Elija uno de la lista.");
		}
		String note = fields.optional("lossNote", "el motivo con sus palabras", said.note(), LONGEST);
		String lesson = fields.required("lesson", "qué se aprende de este no", said.lesson(), LONGEST);
		SaidLoss.Rival rival = toRival ? rival(fields, said) : null;
		fields.done();
		return new SaidLoss(reason, note, lesson, rival);
	}

	private SaidLoss.Rival rival(Fields fields, SaidLoss.Input said) {
		String name = fields.requiredLine("competitor", "qué competidor se lo lleva", said.competitor(), 200);
		String weak = fields.required("weakPoints", "qué era débil en nuestra propuesta", said.weakPoints(), LONGEST);
		String analyst = fields.requiredLine("analyst", "quién lo analiza", said.analyst(), 100);
		if (!analyst.isEmpty() && this.staff.find(new UserId(analyst)).isEmpty()) {
			fields.refuse("analyst", "No hay ninguna persona con el usuario «" + analyst + "».");
		}
		return new SaidLoss.Rival(name, weak, UserId.nullable(analyst));
	}

	/** It is lost; whoever was named to analyse it gets a task. */
	public void add(Pursuit pursuit, UserId by, SaidLoss said) {
		this.repository.add(new Loss(pursuit.number(), said, by, this.clock.instant(), null));
		this.timeline.add(pursuit.number(), by,
				this.reasons.label(said.reason()) + ". Se aprende: " + said.lesson()
						+ ((said.rival() == null) ? "" : " Se lo lleva " + said.rival().name() + "; lo analiza "
								+ this.staff.nameOf(said.rival().analyst()) + "."));
		if (said.rival() != null) {
			this.flow.analyseLoss(pursuit.number());
		}
	}

	@Transactional(readOnly = true)
	public Optional<Loss> find(CaseNumber number) {
		return this.repository.find(number);
	}

	/** What the reason is called, in Spanish. */
	@Transactional(readOnly = true)
	public String reason(Loss loss) {
		return this.reasons.label(loss.said().reason());
	}

	/** Why our proposal was weak, and what changes. */
	public void analyse(CaseNumber number, UserId by, String cause, String change) {
		Fields fields = new Fields();
		String why = fields.required("lossCause", "por qué era débil", cause, LONGEST_ANALYSIS);
		String what = fields.required("lossChange", "qué cambia", change, LONGEST_ANALYSIS);
		fields.done();
		this.repository.analysed(number, new Loss.Analysis(why, what, this.clock.instant()));
		this.timeline.add(number, by, "Analizó la pérdida: " + why + " Cambia: " + what);
	}

	/** What is to be analysed, as Spanish text. */
	@Transactional(readOnly = true)
	public String story(CaseNumber number) {
		SaidLoss said = find(number).orElseThrow().said();
		return "**" + said.rival().name() + "** · " + this.reasons.label(said.reason()) + "\n\n"
				+ said.rival().weakPoints();
	}

}
