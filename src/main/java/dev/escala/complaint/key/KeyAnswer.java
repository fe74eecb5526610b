package dev.escala.complaint.key;

import java.time.Instant;

import dev.escala.reference.CaseNumber;

/** What a key opens that somebody typed. */
public sealed interface KeyAnswer {

	/** A matter. */
	record Opens(CaseNumber number) implements KeyAnswer {
	}

	/** Nothing: it is mistyped, or nobody has it. */
	record Wrong() implements KeyAnswer {
	}

	/**
	 * It was not looked at: too many wrong ones came from there.
	 *
	 * @param until when one may be tried again
	 */
	record Waits(Instant until) implements KeyAnswer {
	}

}
