package dev.escala.complaint.remedy;

import java.util.ArrayList;
import java.util.List;

import dev.escala.letter.check.ApologyWords;
import dev.escala.letter.check.Finding;
import dev.escala.letter.check.Letter;
import dev.escala.letter.check.LetterChecks;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * Reads the apology in an answer to a complaint, in Spanish and English: it must be the
 * one that fits, and only that one (004-23); our own fault is admitted in so many words
 * (004-25, 004-47). Words between «» are somebody else's.
 */
@Component
public class ApologyCheck {

	private final LetterChecks checks;

	ApologyCheck(LetterChecks checks) {
		this.checks = checks;
	}

	/**
	 * What keeps the text from being sent, each a Spanish sentence; none where it may go.
	 * @param wanted the apology that fits
	 */
	public List<String> refusals(String text, Apology.Kind wanted) {
		ApologyWords words = this.checks.apologies(text);
		List<String> refusals = new ArrayList<>();
		if (!words.admitting().isEmpty() && !words.regretting().isEmpty()) {
			refusals.add("Mezcla dos disculpas: «" + words.admitting().get(0) + "» reconoce un fallo y «"
					+ words.regretting().get(0) + "» solo siente el trastorno. Deje la que corresponde.");
		}
		else if (wanted == Apology.Kind.ADMITS && words.admitting().isEmpty()) {
			refusals.add("El fallo fue nuestro y el texto no lo reconoce. Empiece por ello: «Tiene usted razón: fue "
					+ "un error nuestro».");
		}
		else if (wanted != Apology.Kind.ADMITS && !words.admitting().isEmpty()) {
			refusals.add("«" + words.admitting().get(0)
					+ "» reconoce un fallo que nadie ha confirmado. Diga que siente el trastorno, sin reconocerlo.");
		}
		return refusals;
	}

	/**
	 * Refuses a text whose apology is not the one that fits, or both.
	 * @param field the field that it came from
	 * @throws InvalidInputException saying what to write instead
	 */
	public void require(String field, String text, Apology.Kind wanted) {
		List<String> refusals = refusals(text, wanted);
		if (!refusals.isEmpty()) {
			throw new InvalidInputException(field, String.join(" ", refusals));
		}
	}

	/**
	 * Where the text lets the customer look bad, also for a misunderstanding (004-24);
	 * remarks only, since whoever writes may know better.
	 */
	public List<Finding> remarks(String text) {
		return this.checks.check(new Letter(text, null))
			.findings()
			.stream()
			.filter((finding) -> finding.kind() == Finding.Kind.FACE)
			.toList();
	}

}
