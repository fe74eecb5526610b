package dev.escala.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.customer.Customer;
import dev.escala.letter.check.Checked;
import dev.escala.letter.check.Finding;
import dev.escala.letter.check.Letter;
import dev.escala.letter.check.LetterChecks;
import dev.escala.matter.KindPart;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.text.Shortening;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static java.util.function.Predicate.not;

/**
 * Begins a letter from what the case holds for the customer, in their language: what was
 * done since the last one and what comes next (003-01, 003-04). Name, opening, dates and
 * what the customer can do come from the frame. Only what was written for the customer to
 * read gets in, never a note for colleagues. Staff write in Spanish, so nothing that they
 * wrote gets into an English draft; nor does what the checks would find. Each line that
 * stays out is told to the author with why. A reply begins with its points
 * ({@link ReplyPoints}), which are answered elsewhere: its draft is what stands behind
 * them.
 */
@Service
public class LetterDrafts {

	private static final int LINES = 6;

	private static final int LONGEST_LINE = 240;

	private static final String DONE = "Lo que se ha hecho en su caso:\n";

	private final Matters matters;

	private final LetterChecks checks;

	private final MatterNotes notes;

	private final List<DraftMaterial> materials;

	LetterDrafts(Matters matters, LetterChecks checks, MatterNotes notes, List<DraftMaterial> materials) {
		this.matters = matters;
		this.checks = checks;
		this.notes = notes;
		this.materials = materials;
	}

	/** A text that could be sent as it is. */
	@Transactional(readOnly = true)
	public LetterDraft draft(CaseNumber number, LetterIntent intent) {
		Matter matter = this.matters.get(number);
		boolean english = this.matters.customer(matter).filter(Customer::readsEnglish).isPresent();
		Lines lines = new Lines(english);
		String text = switch (intent) {
			case PLAN -> plan(number, lines);
			case APOLOGY -> "Tiene usted razón, y no debería haberle ocurrido.";
			case REPLY, UPDATE, PROMISE -> update(number, lines);
			case PLAN_CHANGE, QUESTION, DECISION, QUOTE ->
				throw new IllegalArgumentException(intent + " begins with nothing");
		};
		return new LetterDraft(english ? english(intent) : text, List.copyOf(lines.leftOut));
	}

	private static String english(LetterIntent intent) {
		return switch (intent) {
			case PLAN -> "You told us what matters to you, and the plan begins there.";
			case APOLOGY -> "You are right, and it should not have happened to you.";
			case REPLY, UPDATE, PROMISE, PLAN_CHANGE, QUESTION, DECISION, QUOTE ->
				"Your case is being worked on, and one person answers for it.";
		};
	}

	/** Reads back what the customer wants (004-74). */
	private String plan(CaseNumber number, Lines lines) {
		List<String> issues = lines.fit(material(number).stream().flatMap((one) -> one.issues(number).stream()));
		return issues.isEmpty() ? "Su plan está listo." : "Esto es lo que usted necesita, tal como lo entendimos:\n"
				+ bullets(issues) + "\n\nSu plan parte de ahí.";
	}

	/**
	 * What was done since the last letter, in words written for customers who read
	 * Spanish: what a message says that nobody writes.
	 * @return its text is empty where there is nothing
	 */
	@Transactional(readOnly = true)
	public LetterDraft done(CaseNumber number) {
		Lines lines = new Lines(false);
		List<String> done = done(number, lines);
		return new LetterDraft(done.isEmpty() ? "" : DONE + bullets(done), List.copyOf(lines.leftOut));
	}

	private List<String> done(CaseNumber number, Lines lines) {
		List<MatterNote> all = this.notes.notes(number);
		Instant last = all.stream()
			.filter((note) -> note.kind() == MatterNote.Kind.UPDATE)
			.map(MatterNote::writtenAt)
			.reduce(Instant.MIN, (one, other) -> other);
		return lines.fit(all.stream()
			.filter((note) -> note.kind() == MatterNote.Kind.CUSTOMER_PROGRESS && note.writtenAt().isAfter(last))
			.map(MatterNote::text));
	}

	private String update(CaseNumber number, Lines lines) {
		List<String> done = done(number, lines);
		List<String> next = lines.fit(material(number).stream().flatMap((one) -> one.steps(number).stream()));
		return (done.isEmpty() ? "Su caso sigue en marcha y alguien responde de él." : DONE + bullets(done))
				+ (next.isEmpty() ? "" : "\n\nSu plan, paso a paso:\n" + bullets(next));
	}

	private Optional<DraftMaterial> material(CaseNumber number) {
		return KindPart.find(this.materials.stream(), number);
	}

	private static String bullets(List<String> lines) {
		return String.join("\n", lines.stream().map((line) -> "- " + line).toList());
	}

	private static String shortened(String text) {
		return Shortening.withEllipsis(text.replaceAll("\\s+", " ").strip(), LONGEST_LINE);
	}

	/** Sorts the lines that fit a draft from those that do not. */
	private final class Lines {

		private final boolean english;

		private final List<String> leftOut = new ArrayList<>();

		Lines(boolean english) {
			this.english = english;
		}

		/** The last lines that may stand there, each shortened. */
		List<String> fit(Stream<String> texts) {
			List<String> fine = new ArrayList<>();
			for (String line : texts.flatMap(String::lines).map(String::strip).filter(not(String::isEmpty)).toList()) {
				String shown = shortened(line);
				why(shown).ifPresentOrElse((why) -> leave(shown, why), () -> fine.add(shown));
			}
			List<String> first = fine.subList(0, Math.max(0, fine.size() - LINES));
			first.forEach((line) -> leave(line, "el borrador lleva " + LINES + " líneas como mucho"));
			return List.copyOf(fine.subList(first.size(), fine.size()));
		}

		private void leave(String line, String why) {
			this.leftOut.add("«" + line + "»: " + why + ".");
		}

		private Optional<String> why(String line) {
			if (this.english) {
				return Optional.of("está en español y el cliente lee en inglés");
			}
			Checked checked = LetterDrafts.this.checks.check(new Letter(line, null));
			if (checked.mentionsLegal()) {
				return Optional.of("trata un asunto legal");
			}
			if (checked.mentionsRemedy()) {
				return Optional.of("trata una compensación");
			}
			return checked.findings().stream().findFirst().map(Finding::sentence).map(Lines::withoutEnd);
		}

		private static String withoutEnd(String sentence) {
			return sentence.replaceFirst("[.]$", "");
		}

	}

}
