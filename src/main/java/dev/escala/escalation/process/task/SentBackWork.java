package dev.escala.escalation.process.task;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.UserTask.Returned;
import dev.escala.escalation.course.Exceptions;
import dev.escala.matter.MatterNote.Kind;
import dev.escala.matter.MatterNote;

/**
 * Finds in the notes of a case why its plan is carried out again: whoever judged the
 * result since the owner last told of it did not accept it, did not grant what was asked
 * for, or the case was opened again.
 */
final class SentBackWork {

	/** With the plan in the owner's hands again, the last of these was a no. */
	private static final Set<Kind> VERDICTS = Set.of(Kind.RESOLUTION, Kind.VERIFICATION, Kind.CONFIRMATION,
			Kind.REOPENING, Kind.EXCEPTION_DECISION);

	private SentBackWork() {
	}

	/**
	 * @param notes of the case, oldest first
	 */
	static Optional<Returned> find(List<MatterNote> notes) {
		List<MatterNote> since = sinceTold(notes);
		return since.stream()
			.filter((note) -> VERDICTS.contains(note.kind()) && !isGrant(note))
			.reduce((first, last) -> last)
			.map((verdict) -> new Returned(verdict.author(), verdict.text()));
	}

	private static List<MatterNote> sinceTold(List<MatterNote> notes) {
		int told = notes.stream().map(MatterNote::kind).toList().lastIndexOf(Kind.PROGRESS);
		return notes.subList(told + 1, notes.size());
	}

	/** Whatever was granted meanwhile, the work is still sent back. */
	private static boolean isGrant(MatterNote note) {
		return note.kind() == Kind.EXCEPTION_DECISION && !Exceptions.isRefusal(note);
	}

}
