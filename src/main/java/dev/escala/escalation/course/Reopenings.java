package dev.escala.escalation.course;

import java.util.Optional;

import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonNames;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/** When and why a case was reopened. */
@Component
class Reopenings {

	private final MatterNotes notes;

	private final PersonNames names;

	private final DateTexts dates;

	Reopenings(MatterNotes notes, PersonNames names, DateTexts dates) {
		this.notes = notes;
		this.names = names;
		this.dates = dates;
	}

	/** Keeps the reason; the timeline tells the reopening itself, once. */
	void write(CaseNumber number, UserId user, String why) {
		this.notes.add(number, MatterNote.Kind.REOPENING, user, why);
	}

	/** Who reopened the case last, as the end of a Spanish sentence. */
	Optional<String> last(CaseNumber number) {
		return this.notes.notes(number)
			.stream()
			.filter((note) -> note.kind() == MatterNote.Kind.REOPENING)
			.reduce((before, note) -> note)
			.map((note) -> "lo reabrió " + this.names.name(note.author()) + " el "
					+ this.dates.brief(note.writtenAt()));
	}

}
