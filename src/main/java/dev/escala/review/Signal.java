package dev.escala.review;

/**
 * A sign that a customer is leaving (004-20, 004-31), as the table
 * {@code retentionSignal} names it.
 */
public enum Signal {

	/** The mean value of an order has fallen. */
	ORDER_VALUE_DOWN("Pedidos más pequeños"),

	/** Has not bought for much longer than usual. */
	RHYTHM_LOST("Pedido habitual que no llega"),

	/** Buys, but no longer one thing that was bought regularly. */
	VARIETY_STOPPED("Una variedad que ya no compra"),

	/** Neither buys nor speaks with us. */
	SILENCE("Silencio"),

	/** Waits for the answer to a complaint. */
	COMPLAINT_OPEN("Reclamación abierta"),

	/** Said that nobody listened, or that it was not solved. */
	COMPLAINT_BAD("Queja mal cerrada"),

	/** We did not keep a date. */
	PROMISE_BROKEN("Promesa rota");

	/** What the table answers where there is none. */
	static final String NONE = "NONE";

	private final String label;

	Signal(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
