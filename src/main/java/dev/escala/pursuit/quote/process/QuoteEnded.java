package dev.escala.pursuit.quote.process;

import dev.escala.pursuit.quote.Quotes;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import org.springframework.stereotype.Component;

/** The process of a quote is over: what did not leave is told with why. */
@Component("quoteEnded")
class QuoteEnded implements ExecutionListener {

	private final Quotes quotes;

	QuoteEnded(Quotes quotes) {
		this.quotes = quotes;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.quotes.ended(new CaseNumber(execution.getProcessBusinessKey()));
	}

}
