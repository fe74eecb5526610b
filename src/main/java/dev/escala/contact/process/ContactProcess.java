package dev.escala.contact.process;

/** What a process of a matter hears when its customer turns to us. */
final class ContactProcess {

	static final String MESSAGE_CUSTOMER_CONTACTED = "escalation.customerContacted";

	private ContactProcess() {
	}

}
