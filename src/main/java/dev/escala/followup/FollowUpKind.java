package dev.escala.followup;

/** After what somebody asks how it goes; an input of the table {@code followUpPolicy}. */
public enum FollowUpKind {

	COMPLAINT("Una reclamación cerrada"), ESCALATION("Un caso cerrado"), SALE("Una venta entregada"),
	PURCHASE("Una compra");

	private final String label;

	FollowUpKind(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

	/** Whether it has a number, so that the call belongs to that matter. */
	public boolean isMatter() {
		return this != PURCHASE;
	}

}
