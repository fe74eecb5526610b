package dev.escala.modelgate;

/**
 * A file that somebody wants to deploy.
 *
 * @param name as it was sent, perhaps with folders
 * @param content its bytes
 */
public record ModelFile(String name, byte[] content) {

	/** The name without folders, as people know it. */
	public String shortName() {
		return this.name.substring(Math.max(this.name.lastIndexOf('/'), this.name.lastIndexOf('\\')) + 1);
	}

}
