package dev.escala.pursuit.quote.process;

/** What the code knows of {@code bpmn/quote}. */
final class QuoteProcess {

	static final String KEY = "quote";

	/** The commitment that the gate asks for; handed on as its business key. */
	static final String COMMITMENT_NUMBER = "commitmentNumber";

	private QuoteProcess() {
	}

}
