package dev.escala.modelgate.replay;

/**
 * What would have followed for some cases.
 *
 * @param cases how many
 * @param what begins with {@code habrían} or {@code no habrían}
 */
public record FollowUp(long cases, String what) {

	/** A Spanish sentence: {@code 12 casos habrían subido al nivel 2.} */
	public String sentence() {
		return (this.cases == 1) ? "1 caso " + this.what.replaceFirst("habrían", "habría") + "."
				: this.cases + " casos " + this.what + ".";
	}

}
