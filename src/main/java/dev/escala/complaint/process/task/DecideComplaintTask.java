package dev.escala.complaint.process.task;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.answer.ComplaintPoint;
import dev.escala.complaint.answer.ComplaintPoints;
import dev.escala.complaint.answer.PointDecision;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.complaint.course.ComplaintProgress;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.owner.MatterOwner;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import dev.escala.text.Shortening;

import org.springframework.stereotype.Component;

/**
 * Somebody decides what becomes of each point. How the complaint as a whole was decided
 * follows from them.
 */
@Component
class DecideComplaintTask extends ComplaintTask {

	/**
	 * As much of it as the form shows, in characters: all of it is on the page of points.
	 */
	private static final int SHOWN = 3900;

	private final ComplaintProgress progress;

	private final ComplaintPoints points;

	DecideComplaintTask(ComplaintTerms terms, MatterOwner owner, ComplaintProgress progress, ComplaintPoints points) {
		super("userTask_decideComplaint", terms, owner);
		this.progress = progress;
		this.points = points;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("pointsStanding",
				Shortening.withEllipsis(this.points.list(scope.caseNumber())
					.stream()
					.map((point) -> "- " + point.words() + " — "
							+ (point.isOpen() ? "**sin decidir**" : point.ruling().label()))
					.collect(Collectors.joining("\n")), SHOWN));
	}

	@Override
	public void complete(CompletedTask task) {
		CaseNumber number = task.caseNumber();
		Fields fields = new Fields();
		Answer answer = fields.oneOf("complaintDecision", "qué se decide", task.text("complaintDecision"), Answer.class,
				null);
		String reason = task.text("grantReason");
		if (answer == Answer.GRANT && reason == null) {
			fields.refuse("grantReason", "Escriba qué recibe el cliente: cuánto, cómo y cuándo.");
		}
		fields.done();
		if (answer == Answer.GRANT) {
			this.points.list(number)
				.stream()
				.filter(ComplaintPoint::isOpen)
				.forEach((point) -> this.points.rule(number, task.userId(), point.id(), point.version(),
						new PointDecision(PointRuling.GRANTED, reason, null)));
		}
		this.progress.decided(number, task.userId(), outcome(this.points.list(number)));
	}

	private static ComplaintOutcome outcome(List<ComplaintPoint> points) {
		long open = points.stream().filter(ComplaintPoint::isOpen).count();
		if (points.isEmpty() || open > 0) {
			throw new InvalidInputException("complaintDecision",
					points.isEmpty() ? "La reclamación no tiene ningún punto. Añádalos en «Decidir punto por punto»."
							: ((open == 1) ? "Queda 1 punto sin decidir. Decídalo"
									: "Quedan " + open + " puntos sin decidir. Decídalos")
									+ " en «Decidir punto por punto», o elija que se le da todo lo que falta.");
		}
		if (points.stream().noneMatch(ComplaintPoint::isRefusal)) {
			return ComplaintOutcome.PUT_RIGHT;
		}
		return points.stream().allMatch((point) -> point.ruling() == PointRuling.REFUSED) ? ComplaintOutcome.REFUSED
				: ComplaintOutcome.PARTLY;
	}

	private enum Answer {

		GRANT, POINTS

	}

}
