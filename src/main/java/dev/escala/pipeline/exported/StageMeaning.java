package dev.escala.pipeline.exported;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What became of a row in the system that exported it. */
public enum StageMeaning {

	OPEN, WON, LOST, LOST_TO_COMPETITOR, SPAM;

	private static final Map<String, StageMeaning> MEANINGS = read();

	/**
	 * What the row says: its status before its stage, then whether it is archived, then
	 * whether a reason was given. Nothing but a word for it means won.
	 */
	static StageMeaning of(String status, String stage, String active, String lostReason) {
		return Stream.of(status, stage)
			.filter(Objects::nonNull)
			.map((text) -> MEANINGS.get(ColumnAliases.plain(text)))
			.filter(Objects::nonNull)
			.findFirst()
			.map((meaning) -> (meaning == LOST && lostReason != null
					&& MEANINGS.get(ColumnAliases.plain(lostReason)) == LOST_TO_COMPETITOR) ? LOST_TO_COMPETITOR
							: meaning)
			.orElse((CellTexts.isNo(active) || lostReason != null) ? LOST : OPEN);
	}

	private static Map<String, StageMeaning> read() {
		Map<String, StageMeaning> meanings = new HashMap<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				StageMeaning.class.getResourceAsStream("/pipeline/export-stages.csv"), StandardCharsets.UTF_8))) {
			lines.readLine();
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] cells = line.split(";", -1);
				for (int i = 1; i < cells.length; i++) {
					meanings.put(ColumnAliases.plain(cells[i]), valueOf(cells[0]));
				}
			}
			return meanings;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
