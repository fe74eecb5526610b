package dev.escala.notification;

/** The ways in which Escala tells people something. */
public enum Channel {

	EMAIL("Correo"),
	/**
	 * A signed request to a program (Standard Webhooks); its recipient is an endpoint.
	 */
	WEBHOOK("Webhook"),
	/** A line in a team's chat, Slack's or a compatible one; so is its recipient. */
	SLACK("Slack");

	private final String label;

	Channel(String label) {
		this.label = label;
	}

	/** The name that people read. */
	public String label() {
		return this.label;
	}

}
