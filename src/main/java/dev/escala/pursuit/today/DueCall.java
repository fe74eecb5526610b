package dev.escala.pursuit.today;

import java.time.Instant;

import dev.escala.reference.CaseNumber;

/**
 * Who is to be called.
 *
 * @param number the prospect or opportunity
 * @param cause why
 * @param at since or by when
 */
record DueCall(CaseNumber number, Cause cause, Instant at) {

	/** Why somebody is called. */
	enum Cause {

		/** A day was promised. */
		PROMISE,
		/** The protocol or an agreement says so. */
		NEXT,
		/** Nobody has tried yet. */
		FIRST

	}

}
