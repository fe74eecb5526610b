package dev.escala.internalrequest.call;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.escala.letter.check.Finding;
import dev.escala.letter.check.LetterChecks;
import dev.escala.text.DateTexts;
import dev.escala.text.Dates;
import dev.escala.validation.Fields;
import dev.escala.validation.Moments;

import org.springframework.stereotype.Component;

/**
 * Writes the sentence that buys time on the phone, and reads what somebody made of it: it
 * says when the other side has its answer, and never what the answer is (000-18, 000-19).
 */
@Component
public class HoldingReplies {

	private static final int LONGEST = 2000;

	private final LetterChecks checks;

	private final DateTexts texts;

	private final Moments moments;

	private final ZoneId zone;

	private final Clock clock;

	HoldingReplies(LetterChecks checks, DateTexts texts, Moments moments, Clock clock) {
		this.checks = checks;
		this.texts = texts;
		this.moments = moments;
		this.zone = moments.zone();
		this.clock = clock;
	}

	/**
	 * The sentence for a date that we can keep.
	 * @param language {@code en} for English; everything else is Spanish
	 */
	public HoldingReply reply(Instant promisedAt, String language) {
		ZonedDateTime at = promisedAt.atZone(this.zone);
		if ("en".equals(language)) {
			return new HoldingReply("I will check this with my team and get back to you on "
					+ Dates.weekday(at, Locale.ENGLISH) + ", by " + Dates.clock(at) + ". Is that all right for you?",
					promisedAt, "en");
		}
		return new HoldingReply(
				"Lo confirmo con mi equipo y le respondo el " + Dates.weekday(at, Dates.SPANISH) + " antes de "
						+ ((at.getHour() == 1) ? "la " : "las ") + Dates.clock(at) + ". ¿Le parece bien?",
				promisedAt, "es");
	}

	/**
	 * What is wrong with what somebody is about to say: words that commit, invent or
	 * hedge, and a date that is missing or another one.
	 */
	public List<Finding> check(String text, Instant promisedAt) {
		Stream<Finding> date = names(text, promisedAt) ? Stream.empty()
				: Stream.of(new Finding(Finding.Kind.NO_DATE, null, "Falta la fecha que se promete: diga «"
						+ dayAndTime(promisedAt) + "». Si el cliente quiere otra, use «No le sirve esa fecha»."));
		return Stream.concat(this.checks.checkHolding(text).stream(), date).toList();
	}

	/**
	 * Whether somebody may record a reply as accepted.
	 * @throws dev.escala.validation.InvalidInputException naming {@code holding.text} or
	 * {@code holding.promisedAt}, and what to say instead
	 */
	public void require(HoldingReply.Input input) {
		Fields fields = new Fields();
		accepted(fields, input);
		fields.done();
	}

	/**
	 * Reads a reply that the other side accepted.
	 * @return the reply, or {@code null} where something of it was refused
	 */
	HoldingReply accepted(Fields fields, HoldingReply.Input input) {
		String text = fields.required("holding.text", "lo que le leyó al cliente", input.text(), LONGEST);
		Instant at = this.moments.read(fields, "holding.promisedAt", "la fecha que aceptó el cliente",
				input.promisedAt());
		if (at == null) {
			return null;
		}
		if (!at.isAfter(this.clock.instant())) {
			fields.refuse("holding.promisedAt",
					"La fecha que leyó, " + this.texts.full(at) + ", ya pasó: no se puede prometer. Llame al cliente y "
							+ "acuerde otra con «Estoy en una llamada».");
			return null;
		}
		List<Finding> findings = text.isEmpty() ? List.of() : check(text, at);
		findings.forEach((finding) -> fields.refuse("holding.text", finding.sentence()));
		return (text.isEmpty() || !findings.isEmpty()) ? null : new HoldingReply(text, at, null);
	}

	private boolean names(String text, Instant promisedAt) {
		ZonedDateTime at = promisedAt.atZone(this.zone);
		String said = text.toLowerCase(Locale.ROOT);
		return said.matches("(?s).*(?<!\\d)0?" + Dates.clock(at) + "(?!\\d).*")
				&& Stream.of(Dates.SPANISH, Locale.ENGLISH)
					.anyMatch((language) -> said.contains(Dates.weekday(at, language).toLowerCase(Locale.ROOT)));
	}

	private String dayAndTime(Instant promisedAt) {
		ZonedDateTime at = promisedAt.atZone(this.zone);
		return Dates.weekday(at, Dates.SPANISH) + " antes de las " + Dates.clock(at);
	}

}
