package dev.escala.matter;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people wrote down while working a matter. */
@Service
public class MatterNotes {

	private static final int LONGEST = 4000;

	private static final int LONGEST_TOLD = 200;

	private final MatterNoteRepository notes;

	private final Timeline timeline;

	private final Clock clock;

	MatterNotes(MatterNoteRepository notes, Timeline timeline, Clock clock) {
		this.notes = notes;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Writes a note and tells it in the timeline.
	 * @param field the field that it came from
	 * @throws dev.escala.validation.InvalidInputException for an empty or over-long one
	 */
	@Transactional
	public void write(CaseNumber number, MatterNote.Kind kind, UserId user, String field, String text) {
		Fields fields = new Fields();
		String checked = fields.required(field, "el texto", text, LONGEST);
		fields.done();
		tell(number, kind, user, checked);
	}

	/** The same of a text that was checked already, of any length. */
	@Transactional
	public void tell(CaseNumber number, MatterNote.Kind kind, UserId user, String checked) {
		add(number, kind, user, checked);
		this.timeline.add(number, user, kind.label() + ": " + Shortening.firstLine(checked, LONGEST_TOLD));
	}

	/** Adds a note of which the timeline tells otherwise. */
	@Transactional
	public void add(CaseNumber number, MatterNote.Kind kind, UserId user, String text) {
		this.notes.add(number, new MatterNote(kind, text, user, this.clock.instant()));
	}

	/** The notes of a matter, oldest first. */
	@Transactional(readOnly = true)
	public List<MatterNote> notes(CaseNumber number) {
		return this.notes.notes(number);
	}

	/**
	 * The notes of several matters, oldest first, read at once; matters without one are
	 * missing.
	 */
	@Transactional(readOnly = true)
	public Map<CaseNumber, List<MatterNote>> notes(Set<CaseNumber> numbers) {
		return this.notes.notes(numbers);
	}

}
