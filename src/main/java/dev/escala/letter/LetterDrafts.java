package dev.escala.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.escala.contact.CustomerContacts;
import dev.escala.customer.Customer;
import dev.escala.letter.check.Checked;
import dev.escala.letter.check.Letter;
import dev.escala.letter.check.LetterChecks;
import dev.escala.matter.KindPart;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins a letter from what the case knows, in the customer's language: what was done
 * since the last one and what comes next (003-01, 003-04). Name, opening, dates and what
 * the customer can do come from the frame. Staff write in Spanish, so nothing that they
 * wrote gets into an English draft; nor does what the checks would find.
 */
@Service
public class LetterDrafts {

	private static final int LINES = 6;

	private static final int LONGEST_LINE = 240;

	private final Matters matters;

	private final CustomerContacts contacts;

	private final LetterChecks checks;

	private final MatterNotes notes;

	private final List<DraftMaterial> materials;

	LetterDrafts(Matters matters, CustomerContacts contacts, LetterChecks checks, MatterNotes notes,
			List<DraftMaterial> materials) {
		this.matters = matters;
		this.contacts = contacts;
		this.checks = checks;
		this.notes = notes;
		this.materials = materials;
	}

	/**
	 * A text that could be sent as it is; never empty, and never longer than a letter may
	 * be.
	 */
	@Transactional(readOnly = true)
	public String draft(CaseNumber number, LetterIntent intent) {
		Matter matter = this.matters.get(number);
		boolean english = this.matters.customer(matter).map(Customer::language).filter("en"::equals).isPresent();
		return switch (intent) {
			case PLAN ->
				english ? "You told us what matters to you, and the plan follows it step by step." : plan(number);
			case REPLY ->
				english ? "Thank you for telling us: it is noted in your case, and whoever works on it has read it."
						: reply(number) + update(number);
			case APOLOGY -> english ? "You are right, and it should not have happened to you."
					: "Tiene usted razón, y no debería haberle ocurrido.";
			case UPDATE, PROMISE ->
				english ? "Your case is being worked on, and one person answers for it." : update(number);
		};
	}

	/** Reads back what the customer wants (004-74). */
	private String plan(CaseNumber number) {
		List<String> issues = clean(material(number).stream().flatMap((one) -> one.issues(number).stream()));
		return issues.isEmpty() ? "Su plan ya tiene pasos, fecha y una persona que responde de cada uno."
				: "Esto es lo que usted necesita, tal como lo entendimos:\n" + bullets(issues)
						+ "\n\nSu plan tiene un paso para cada asunto, con fecha y una persona que responde de él.";
	}

	/** The customer's own words, where only one customer can read them. */
	private String reply(CaseNumber number) {
		List<MatterNote> waiting = this.contacts.waiting(number);
		String quoted = (waiting.size() == 1 && waiting.get(0).author().equals(UserId.CUSTOMER))
				? " («" + shortened(waiting.get(0).text().replaceAll("[«»]", "")) + "»)" : "";
		return "Gracias por contárnoslo" + quoted + ": ya consta en su caso y lo ha leído quien lo lleva.\n\n";
	}

	private String update(CaseNumber number) {
		List<MatterNote> notes = this.notes.notes(number);
		Instant last = notes.stream()
			.filter((note) -> note.kind() == MatterNote.Kind.UPDATE)
			.map(MatterNote::writtenAt)
			.reduce(Instant.MIN, (one, other) -> other);
		List<String> done = clean(notes.stream()
			.filter((note) -> note.kind() == MatterNote.Kind.PROGRESS && note.writtenAt().isAfter(last))
			.map(MatterNote::text));
		List<String> next = clean(material(number).stream().flatMap((one) -> one.steps(number).stream()));
		return (done.isEmpty() ? "Su caso sigue en marcha y alguien responde de él."
				: "Lo que se ha hecho en su caso:\n" + bullets(done))
				+ (next.isEmpty() ? "" : "\n\nSu plan, paso a paso:\n" + bullets(next));
	}

	private Optional<DraftMaterial> material(CaseNumber number) {
		return KindPart.find(this.materials.stream(), number);
	}

	private List<String> clean(Stream<String> texts) {
		Predicate<String> fine = (line) -> {
			Checked checked = this.checks.check(new Letter(line, null));
			return checked.findings().isEmpty() && !checked.mentionsLegal() && !checked.mentionsRemedy();
		};
		List<String> lines = new ArrayList<>();
		texts.flatMap(String::lines)
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.map(LetterDrafts::shortened)
			.filter(fine)
			.forEach(lines::add);
		return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
	}

	private static String bullets(List<String> lines) {
		return String.join("\n", lines.stream().map((line) -> "- " + line).toList());
	}

	private static String shortened(String text) {
		return Shortening.withEllipsis(text.replaceAll("\\s+", " ").strip(), LONGEST_LINE);
	}

}
