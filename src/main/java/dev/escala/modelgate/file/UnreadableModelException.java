package dev.escala.modelgate.file;

/** A file that is not what its name says. */
public class UnreadableModelException extends RuntimeException {

	/**
	 * Creates it.
	 * @param what what is wrong, in Spanish, to follow the name of the file
	 */
	public UnreadableModelException(String what) {
		super(what);
	}

}
