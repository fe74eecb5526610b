package dev.escala.modelgate.table;

/** A file that is no DMN. */
public class UnreadableTableException extends RuntimeException {

	UnreadableTableException(Throwable cause) {
		super("Cannot be read as DMN", cause);
	}

}
