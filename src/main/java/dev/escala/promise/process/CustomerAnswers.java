package dev.escala.promise.process;

/** What a customer says to a proposed date, as forms and gateways call it. */
final class CustomerAnswers {

	static final String ACCEPTED = "accepted";

	static final String DECLINED = "declined";

	private CustomerAnswers() {
	}

}
