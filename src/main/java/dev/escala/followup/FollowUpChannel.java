package dev.escala.followup;

/** By which way somebody asks, as the table says it. */
public enum FollowUpChannel {

	PHONE("Llámele por teléfono"), VIDEO("Llámele por videollamada"), VISIT("Vaya a verle");

	private final String told;

	FollowUpChannel(String told) {
		this.told = told;
	}

	/** What to do, in Spanish. */
	public String told() {
		return this.told;
	}

}
