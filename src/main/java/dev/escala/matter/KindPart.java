package dev.escala.matter;

import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.reference.CaseNumber;

/**
 * What a kind of matter brings to a room; found by how the numbers of its matters begin.
 */
public interface KindPart {

	/** What the numbers of its matters begin with, for example {@code ESC-}. */
	String prefix();

	/** The part that belongs to a matter, if its kind brought one. */
	static <T extends KindPart> Optional<T> find(Stream<T> parts, CaseNumber number) {
		return parts.filter((part) -> number.value().startsWith(part.prefix())).findFirst();
	}

}
