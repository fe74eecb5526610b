package dev.escala.engine.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.escala.text.Shortening;

/** Looks through an exception and what caused it. */
final class Causes {

	private static final int LONGEST_LINE = 200;

	private static final int DEEPEST = 30;

	private static final List<String> LIBRARIES = List.of("java.", "jdk.", "sun.", "com.fasterxml.jackson.");

	private static final List<String> FLOORS = List.of("dev.escala.engine.", "dev.escala.access.",
			"dev.escala.database.", "dev.escala.web.");

	private Causes() {
	}

	static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
		Throwable cause = thrown;
		for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
			if (type.isInstance(cause)) {
				return Optional.of(type.cast(cause));
			}
			cause = cause.getCause();
		}
		return Optional.empty();
	}

	static boolean has(Throwable thrown, Class<? extends Throwable> type) {
		return find(thrown, type).isPresent();
	}

	static Throwable root(Throwable thrown) {
		Throwable root = thrown;
		for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
			root = root.getCause();
		}
		return root;
	}

	/** The class that threw it, or that called the library which did. */
	static String thrower(Throwable thrown) {
		return Arrays.stream(thrown.getStackTrace())
			.map(StackTraceElement::getClassName)
			.filter((name) -> LIBRARIES.stream().noneMatch(name::startsWith))
			.findFirst()
			.orElse("");
	}

	/**
	 * Whether a feature of ours was on the way: then it is our mistake, whoever threw.
	 */
	static boolean isOfFeature(Throwable thrown) {
		return Arrays.stream(thrown.getStackTrace())
			.map(StackTraceElement::getClassName)
			.anyMatch((name) -> name.startsWith("dev.escala.") && FLOORS.stream().noneMatch(name::startsWith));
	}

	/** For the log: what a caller sent may stand in a message. */
	static String inOneLine(Throwable thrown) {
		Throwable root = root(thrown);
		String text = root.getClass().getSimpleName() + ": " + root.getMessage();
		String line = text.replaceAll("\\p{Cntrl}+", " ");
		return Shortening.withEllipsis(line, LONGEST_LINE);
	}

}
