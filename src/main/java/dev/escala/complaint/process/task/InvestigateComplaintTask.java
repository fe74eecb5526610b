package dev.escala.complaint.process.task;

import dev.escala.complaint.course.ComplaintProgress;
import dev.escala.complaint.remedy.Fault;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.engine.CompletedTask;
import dev.escala.owner.MatterOwner;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/** Somebody finds out what happened and whose fault it was (004-25). */
@Component
class InvestigateComplaintTask extends ComplaintTask {

	private final ComplaintProgress progress;

	InvestigateComplaintTask(ComplaintTerms terms, MatterOwner owner, ComplaintProgress progress) {
		super("userTask_investigateComplaint", terms, owner);
		this.progress = progress;
	}

	@Override
	public void complete(CompletedTask task) {
		Fields fields = new Fields();
		Fault fault = fields.oneOf("fault", "de quién fue el fallo", task.text("fault"), Fault.class, null);
		String finding = task.text("finding");
		fields.done();
		this.progress.found(task.caseNumber(), task.userId(), fault, finding);
	}

}
