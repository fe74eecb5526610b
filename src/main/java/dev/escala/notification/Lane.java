package dev.escala.notification;

import dev.escala.text.Sentences;

/**
 * One queue to one server: all mail, or all that is posted to one endpoint.
 *
 * @param channel the way
 * @param endpoint the endpoint's name, or {@code null} for mail
 */
public record Lane(Channel channel, String endpoint) {

	public static final Lane MAIL = new Lane(Channel.EMAIL, null);

	/** The server, as the beginning of a Spanish sentence. */
	public String server() {
		return Sentences.beginning(subject());
	}

	/** The server within a Spanish sentence. */
	public String subject() {
		return (this.endpoint == null) ? "el servidor de correo" : "el canal «" + this.endpoint + "»";
	}

	/** Says that no message gets through to the server; the reason follows. */
	public String unreachable() {
		return (this.endpoint == null) ? "No se pudo hablar con el servidor de correo: " : server() + " no funciona: ";
	}

	/** The name in metrics, health and log. */
	public String id() {
		return (this.endpoint == null) ? "mail" : this.endpoint;
	}

}
