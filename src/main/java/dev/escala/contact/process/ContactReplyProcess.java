package dev.escala.contact.process;

/** Key of the model {@code contact-reply.bpmn}. */
final class ContactReplyProcess {

	static final String KEY = "contactReply";

	private ContactReplyProcess() {
	}

}
