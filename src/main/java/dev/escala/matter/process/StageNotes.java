package dev.escala.matter.process;

import java.util.List;

import dev.escala.engine.stage.StageRecord;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Component;

/**
 * What people wrote in a step that an owner added is a note of its matter, for
 * colleagues: nobody has declared that a customer may read it.
 */
@Component
class StageNotes implements StageRecord {

	private final Matters matters;

	private final MatterNotes notes;

	private final Timeline timeline;

	StageNotes(Matters matters, MatterNotes notes, Timeline timeline) {
		this.matters = matters;
		this.notes = notes;
		this.timeline = timeline;
	}

	@Override
	public boolean record(CaseNumber number, UserId by, String stage, List<String> answers) {
		if (number == null || !this.matters.isNumber(number)) {
			return false;
		}
		this.timeline.add(number, by, "Hizo la etapa «" + stage + "».");
		answers.forEach((answer) -> this.notes.add(number, MatterNote.Kind.PROGRESS, by, stage + ". " + answer));
		return true;
	}

}
