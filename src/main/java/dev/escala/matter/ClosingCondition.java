package dev.escala.matter;

import java.util.Optional;

import dev.escala.reference.CaseNumber;

/**
 * Something that must be done before a matter may be closed. Each is a bean; they are
 * asked in their order, and what the first one says is what people read.
 */
public interface ClosingCondition {

	/**
	 * What keeps the matter open, if anything does.
	 * @return the end of a Spanish sentence: "No se puede cerrar X mientras…"
	 */
	Optional<String> obstacle(CaseNumber number);

}
