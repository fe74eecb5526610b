package dev.escala.pursuit.quote;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterText;
import dev.escala.matter.MatterAction;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.quote.Quote.Status;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares a quote: every door ends here. */
@Service
@Transactional
public class PrepareQuote {

	private final Pursuits pursuits;

	private final QuoteRepository repository;

	private final QuoteTerms terms;

	private final QuoteGate gate;

	private final QuoteReader reader;

	private final CustomerLetters letters;

	private final QuoteFlow flow;

	private final Timeline timeline;

	private final Clock clock;

	PrepareQuote(Pursuits pursuits, QuoteRepository repository, QuoteTerms terms, QuoteGate gate, QuoteReader reader,
			CustomerLetters letters, QuoteFlow flow, Timeline timeline, Clock clock) {
		this.pursuits = pursuits;
		this.repository = repository;
		this.terms = terms;
		this.gate = gate;
		this.reader = reader;
		this.letters = letters;
		this.flow = flow;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Prepares the next version; it leaves as soon as the gate and a second reader let
	 * it.
	 * @return its version
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 * @throws ConflictException where one is on its way, or nobody can be written to
	 */
	public int prepare(CaseNumber number, UserId by, SaidQuote said) {
		Pursuit pursuit = this.pursuits.lock(number);
		pursuit.asMatter().requireAllowed(MatterAction.QUOTE);
		this.repository.waiting(number).ifPresent((waiting) -> {
			throw new ConflictException("La oferta " + waiting.reference()
					+ " todavía no ha salido: espérela, o retírela antes de preparar otra.");
		});
		if (this.reader.of(pursuit).isEmpty()) {
			throw new ConflictException("No se sabe a qué correo enviar la oferta de " + pursuit.partyName()
					+ ": escríbalo con «Completar el perfil».");
		}
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Fields fields = new Fields();
		Quote.Offer offer = said.offer(fields, this.terms.day(pursuit, now));
		LetterText letter = fields.part(said::letter);
		fields.done();
		List<Quote> before = this.repository.list(number);
		int version = before.size() + 1;
		CaseNumber commitment = this.gate.prepare(pursuit, number + "/" + version, offer,
				this.terms.isBeyond(pursuit, offer.discount()), said, by);
		Quote quote = new Quote(number, version, Status.WAITING, offer, null, commitment, by, now, null, null, null);
		this.repository.insert(quote);
		long letterId = this.letters.write(number, LetterIntent.QUOTE, by, letter);
		this.repository.letter(quote, letterId);
		this.timeline.add(number, by, "Preparó la oferta " + quote.reference() + ": " + offer.told());
		this.flow.start(quote, letterId);
		return version;
	}

}
