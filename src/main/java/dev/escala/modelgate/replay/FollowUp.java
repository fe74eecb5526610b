package dev.escala.modelgate.replay;

/**
 * What would have followed for some cases.
 *
 * @param cases how many
 * @param what begins with {@code habrían} or {@code no habrían}, or is a sentence of its
 * own
 */
public record FollowUp(long cases, String what) {

	/** A Spanish sentence: {@code 12 casos habrían subido a nivel 2.} */
	public String sentence() {
		String count = this.cases + ((this.cases == 1) ? " caso" : " casos");
		if (!this.what.matches("(no )?habrían .*")) {
			return "En " + count + ", " + this.what + ".";
		}
		return count + " " + ((this.cases == 1) ? this.what.replaceFirst("habrían", "habría") : this.what) + ".";
	}

}
