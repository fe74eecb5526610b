package dev.escala.pipeline.exported;

import java.util.Arrays;
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
			// Bitrix24 writes which pipeline it is before the stage.
			.map((text) -> MEANINGS.get(ColumnAliases.plain(text).replaceFirst("^c\\d+:", "")))
			.filter(Objects::nonNull)
			.findFirst()
			.map((meaning) -> (meaning == LOST && lostReason != null
					&& MEANINGS.get(ColumnAliases.plain(lostReason)) == LOST_TO_COMPETITOR) ? LOST_TO_COMPETITOR
							: meaning)
			.orElse((CellTexts.isNo(active) || lostReason != null) ? LOST : OPEN);
	}

	private static Map<String, StageMeaning> read() {
		Map<String, StageMeaning> meanings = new HashMap<>();
		for (String[] cells : AliasFile.lines("export-stages.csv")) {
			Arrays.stream(cells).skip(1).forEach((name) -> meanings.put(ColumnAliases.plain(name), valueOf(cells[0])));
		}
		return meanings;
	}

}
