package dev.escala.pursuit.course;

import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.matter.MatterEnded;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitFlow;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.stage.StageReached;
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
 * Calls that are put off are counted; beyond what the table {@code deferralLimit} allows,
 * supervision looks at it (004-67).
 */
@Service
@Transactional
public class Deferrals {

	private static final int LONGEST_NOTE = 1000;

	private final Pursuits pursuits;

	private final PursuitFlow flow;

	private final Decisions decisions;

	private final Timeline timeline;

	Deferrals(Pursuits pursuits, PursuitFlow flow, Decisions decisions, Timeline timeline) {
		this.pursuits = pursuits;
		this.flow = flow;
		this.decisions = decisions;
		this.timeline = timeline;
	}

	@EventListener
	void reached(StageReached reached) {
		Pursuit pursuit = reached.pursuit();
		if (pursuit.standing().kind() != StageKind.WAITING) {
			return;
		}
		Decision limit = this.decisions.decide(pursuit.number(), "deferralLimit",
				Map.of("strategy", pursuit.strategy()));
		int times = pursuit.plan().deferrals();
		if (times > limit.number("deferrals")) {
			this.timeline.add(pursuit.number(), UserId.SYSTEM,
					"Supervisión revisa los aplazamientos, que ya son " + times + ": " + limit.reason() + ".");
			this.flow.reviewDeferrals(pursuit.number());
		}
	}

	@EventListener
	void ended(MatterEnded ended) {
		if (PursuitKind.isOne(ended.number())) {
			this.flow.endReviews(ended.number());
		}
	}

	/** How often it was put off, and with which words, as Spanish text. */
	@Transactional(readOnly = true)
	public String story(CaseNumber number) {
		return "Se ha aplazado " + this.pursuits.get(number).plan().deferrals() + " veces:\n\n"
				+ this.pursuits.history(number)
					.stream()
					.filter((passed) -> passed.kind() == StageKind.WAITING)
					.map((passed) -> "- " + ((passed.said() == null) ? passed.name() : passed.said()))
					.collect(Collectors.joining("\n"));
	}

	/** A supervisor says what is done. */
	public void reviewed(CaseNumber number, UserId supervisor, String note) {
		Fields fields = new Fields();
		String said = fields.required("deferralNote", "qué se hace y por qué", note, LONGEST_NOTE);
		fields.done();
		this.timeline.add(number, supervisor, "Aplazamientos revisados: " + said);
	}

}
