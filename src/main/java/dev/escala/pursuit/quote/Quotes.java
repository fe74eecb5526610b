package dev.escala.pursuit.quote;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterSent;
import dev.escala.matter.MatterEnded;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitFlow;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.persistence.PursuitRepository;
import dev.escala.pursuit.quote.Quote.Status;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of prepared quotes: sent, returned or withdrawn. The one that was sent
 * last says what the opportunity is worth (002-14).
 */
@Service
@Transactional
public class Quotes {

	private final Pursuits pursuits;

	private final PursuitRepository opportunities;

	private final QuoteRepository repository;

	private final QuoteTerms terms;

	private final QuoteGate gate;

	private final PursuitFlow pursuing;

	private final QuoteFlow flow;

	private final Timeline timeline;

	private final Clock clock;

	Quotes(Pursuits pursuits, PursuitRepository opportunities, QuoteRepository repository, QuoteTerms terms,
			QuoteGate gate, PursuitFlow pursuing, QuoteFlow flow, Timeline timeline, Clock clock) {
		this.pursuits = pursuits;
		this.opportunities = opportunities;
		this.repository = repository;
		this.terms = terms;
		this.gate = gate;
		this.pursuing = pursuing;
		this.flow = flow;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** All versions, in order. */
	@Transactional(readOnly = true)
	public List<Quote> of(CaseNumber number) {
		return this.repository.list(number);
	}

	/**
	 * The letter leaves, and the commitment with it: where that is not covered at this
	 * very moment, neither does.
	 */
	@EventListener
	void sent(LetterSent letter) {
		if (letter.intent() != LetterIntent.QUOTE) {
			return;
		}
		Pursuit pursuit = this.pursuits.lock(letter.number());
		Quote quote = this.repository.waiting(letter.number()).orElseThrow();
		this.gate.commit(quote, letter.author());
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Instant followUp = this.terms.followUp(pursuit, quote.offer().discount(), now);
		this.repository.sent(quote, now, followUp);
		this.opportunities.deal(quote.number(), quote.deal());
		this.opportunities.due(quote.number(), followUp);
		this.pursuing.syncDates(quote.number());
		this.timeline.add(quote.number(), letter.author(),
				"Salió la oferta " + quote.reference() + " por " + quote.offer().price() + ".");
	}

	/** Its process is over: what did not leave goes back to whoever prepared it. */
	public void ended(CaseNumber number) {
		this.pursuits.lock(number);
		this.repository.waiting(number).ifPresent((quote) -> {
			String why = this.gate.close(quote);
			String note = this.gate.shown(quote).allows() ? "Venció o se descartó antes de salir." : why;
			this.repository.end(quote, Status.RETURNED, note);
			this.timeline.add(number, UserId.SYSTEM, "No sale la oferta " + quote.reference() + ": " + note);
		});
	}

	/** Whoever prepared it wants it no more. */
	public void withdraw(CaseNumber number, UserId by, String reason) {
		Fields fields = new Fields();
		String why = fields.required("reason", "por qué se retira", reason, 1000);
		fields.done();
		this.pursuits.lock(number);
		Quote quote = this.repository.waiting(number)
			.orElseThrow(() -> new ConflictException(
					number + " no tiene ninguna oferta que retirar: " + "o no hay, o ya salió. Prepare otra versión."));
		end(quote, why);
		this.timeline.add(number, by, "Retiró la oferta " + quote.reference() + ": " + why);
	}

	/** Nobody offers anything any more. */
	@EventListener
	void ended(MatterEnded ended) {
		this.repository.waiting(ended.number()).ifPresent((quote) -> end(quote, ended.number() + " terminó."));
	}

	private void end(Quote quote, String why) {
		this.repository.end(quote, Status.WITHDRAWN, why);
		this.gate.close(quote);
		this.flow.end(quote, why);
	}

}
