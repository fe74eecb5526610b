package dev.escala.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.escala.customer.Customer;
import dev.escala.letter.Checked;
import dev.escala.letter.Letter;
import dev.escala.letter.LetterChecks;
import dev.escala.letter.LetterIntent;
import dev.escala.text.Shortening;
import dev.escala.timeline.TimelineEntry;

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

	private final Escalations escalations;

	private final CustomerContacts contacts;

	private final LetterChecks checks;

	LetterDrafts(Escalations escalations, CustomerContacts contacts, LetterChecks checks) {
		this.escalations = escalations;
		this.contacts = contacts;
		this.checks = checks;
	}

	/**
	 * A text that could be sent as it is; never empty, and never longer than a letter may
	 * be.
	 */
	@Transactional(readOnly = true)
	public String draft(String number, LetterIntent intent) {
		Escalation escalation = this.escalations.get(number);
		boolean english = this.escalations.customer(escalation)
			.map(Customer::language)
			.filter("en"::equals)
			.isPresent();
		return switch (intent) {
			case PLAN ->
				english ? "You told us what matters to you, and the plan follows it step by step." : plan(escalation);
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
	private String plan(Escalation escalation) {
		List<String> issues = clean(this.escalations.details(escalation.number())
			.stream()
			.filter((detail) -> detail.kind() == CaseDetail.Kind.CUSTOMER_ISSUE)
			.map(CaseDetail::text));
		return issues.isEmpty() ? "Su plan ya tiene pasos, fecha y una persona que responde de cada uno."
				: "Esto es lo que usted necesita, tal como lo entendimos:\n" + bullets(issues)
						+ "\n\nSu plan tiene un paso para cada asunto, con fecha y una persona que responde de él.";
	}

	/** The customer's own words, where only one customer can read them. */
	private String reply(String number) {
		List<CaseNote> waiting = this.contacts.waiting(number);
		String quoted = (waiting.size() == 1 && waiting.get(0).author().equals(TimelineEntry.CUSTOMER))
				? " («" + shortened(waiting.get(0).text().replaceAll("[«»]", "")) + "»)" : "";
		return "Gracias por contárnoslo" + quoted + ": ya consta en su caso y lo ha leído quien lo lleva.\n\n";
	}

	private String update(String number) {
		List<CaseNote> notes = this.escalations.notes(number);
		Instant last = notes.stream()
			.filter((note) -> note.kind() == CaseNote.Kind.UPDATE)
			.map(CaseNote::writtenAt)
			.reduce(Instant.MIN, (one, other) -> other);
		List<String> done = clean(notes.stream()
			.filter((note) -> note.kind() == CaseNote.Kind.PROGRESS && note.writtenAt().isAfter(last))
			.map(CaseNote::text));
		List<String> next = clean(
				this.escalations.latestPlan(number).stream().flatMap((plan) -> plan.steps().stream()));
		return (done.isEmpty() ? "Su caso sigue en marcha y alguien responde de él."
				: "Lo que se ha hecho en su caso:\n" + bullets(done))
				+ (next.isEmpty() ? "" : "\n\nSu plan, paso a paso:\n" + bullets(next));
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
