package dev.escala.complaint.process.task;

import dev.escala.complaint.course.ComplaintProgress;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.engine.CompletedTask;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.owner.MatterOwner;

import org.springframework.stereotype.Component;

/** Somebody closes what is answered, and says what changes in the house (004-48). */
@Component
class CloseComplaintTask extends ComplaintTask {

	private final ComplaintProgress progress;

	private final MatterNotes notes;

	CloseComplaintTask(ComplaintTerms terms, MatterOwner owner, ComplaintProgress progress, MatterNotes notes) {
		super("userTask_closeComplaint", terms, owner);
		this.progress = progress;
		this.notes = notes;
	}

	@Override
	public void complete(CompletedTask task) {
		this.notes.write(task.caseNumber(), MatterNote.Kind.CLOSING, task.userId(), "closingSummary",
				task.text("closingSummary"));
		this.progress.close(task.caseNumber(), task.userId());
	}

}
