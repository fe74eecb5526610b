package dev.escala.pursuit.stage;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * A way from one stage to another.
 *
 * @param to where it leads
 * @param requires what it asks for
 * @param guidance what whoever takes it reads
 */
public record Transition(Stage to, Set<StageData> requires, String guidance) {

	/** What it asks for, in Spanish, or empty. */
	String needs() {
		return this.requires.stream()
			.filter((data) -> data != StageData.NOTHING)
			.sorted()
			.map(StageData::label)
			.collect(Collectors.joining(", "));
	}

}
