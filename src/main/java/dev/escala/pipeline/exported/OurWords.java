package dev.escala.pipeline.exported;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which of our words other systems' words for the same mean: how far an open deal is, and
 * why one was lost. The words are of the files; whether a model or a table still has them
 * is for others to see.
 */
public final class OurWords {

	private static final Map<String, String> STAGES = read("export-open-stages.csv");

	private static final Map<String, String> REASONS = read("export-loss-reasons.csv");

	private OurWords() {
	}

	/** How far a deal is that stands there in a stage of that name. */
	public static Optional<String> stage(String name) {
		return Optional.ofNullable(STAGES.get(ColumnAliases.plain(name)));
	}

	/** Why it was lost, as we call it. */
	public static Optional<String> reason(String name) {
		return Optional.ofNullable(REASONS.get(ColumnAliases.plain(name)));
	}

	private static Map<String, String> read(String file) {
		Map<String, String> words = new HashMap<>();
		for (String[] cells : AliasFile.lines(file)) {
			Arrays.stream(cells).skip(1).forEach((name) -> words.put(ColumnAliases.plain(name), cells[0]));
		}
		return words;
	}

}
