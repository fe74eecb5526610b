package dev.escala.pursuit.quote.process;

import dev.escala.engine.AsSystem;
import dev.escala.letter.task.LetterVariables;
import dev.escala.matter.Matters;
import dev.escala.matter.process.ProcessesBeside;
import dev.escala.owner.task.OwnerVariables;
import dev.escala.pursuit.quote.Quote;
import dev.escala.pursuit.quote.QuoteFlow;
import dev.escala.reference.Reference;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/** Talks to the engine for quotes. */
@Component
class CamundaQuoteFlow implements QuoteFlow {

	private final RuntimeService runtime;

	private final Matters matters;

	private final ProcessesBeside beside;

	private final AsSystem asSystem;

	CamundaQuoteFlow(RuntimeService runtime, Matters matters, ProcessesBeside beside, AsSystem asSystem) {
		this.runtime = runtime;
		this.matters = matters;
		this.beside = beside;
		this.asSystem = asSystem;
	}

	@Override
	public void start(Quote quote, long letterId) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(QuoteProcess.KEY)
			.businessKey(quote.number().value())
			.setVariables(this.matters.variables(quote.number()))
			.setVariable(OwnerVariables.OWNER_ID, Reference.valueOrNull(this.matters.get(quote.number()).ownerId()))
			.setVariable(LetterVariables.QUOTE_LETTER_ID, letterId)
			.setVariable(QuoteProcess.COMMITMENT_NUMBER, quote.commitment().value())
			.execute());
	}

	@Override
	public void end(Quote quote, String why) {
		this.asSystem.run(() -> this.beside.end(quote.number(), QuoteProcess.KEY, why));
	}

}
