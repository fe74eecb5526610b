package dev.escala.support;

import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What some tests need of the machine they run on. Where it is missing they are skipped
 * with a sentence, so that everybody can run the others; where {@code SKIP_NOTHING} is
 * set, as {@code .ci/run} does, they fail.
 */
final class Needed {

	private static final Logger log = LoggerFactory.getLogger(Needed.class);

	private Needed() {
	}

	/** Ends the test, because something is not there. */
	static <T> T missing(String sentence) {
		if (System.getenv("SKIP_NOTHING") != null) {
			throw new AssertionError(sentence);
		}
		log.warn("Tests are skipped. {}", sentence);
		return Assumptions.abort(sentence);
	}

}
