package dev.escala.modelgate;

/**
 * One of our models with one edit.
 *
 * @param kind what was done, for whoever reads the report
 * @param legal whether an owner may do that
 * @param where the element or field
 * @param file the whole file with the edit
 */
record Mutant(String kind, boolean legal, String where, ModelFile file) {

	@Override
	public String toString() {
		return this.kind + ": " + this.file.shortName() + ", " + this.where;
	}

}
