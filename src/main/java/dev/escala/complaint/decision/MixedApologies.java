package dev.escala.complaint.decision;

import dev.escala.complaint.answer.ApologyCheck;
import dev.escala.letter.check.ApologyWords;
import dev.escala.letter.check.LetterChecks;

import org.springframework.stereotype.Component;

/** Finds a decision that admits a fault and only regrets the trouble at once (004-23). */
@Component
class MixedApologies implements ApologyCheck {

	private final LetterChecks checks;

	MixedApologies(LetterChecks checks) {
		this.checks = checks;
	}

	@Override
	public boolean isMixed(String text) {
		ApologyWords words = this.checks.apologies(text);
		return !words.admitting().isEmpty() && !words.regretting().isEmpty();
	}

}
