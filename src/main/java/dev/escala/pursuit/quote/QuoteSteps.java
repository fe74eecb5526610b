package dev.escala.pursuit.quote;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import dev.escala.pipeline.Parties;
import dev.escala.pipeline.PartyLookups;
import dev.escala.policy.Situation;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.stage.SentQuotes;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/**
 * What quotes mean for the steps of an opportunity: nobody goes round the gate by writing
 * a reference or another amount into the form of a stage.
 */
@Component
class QuoteSteps implements SentQuotes {

	private final QuoteRepository repository;

	private final QuoteTerms terms;

	private final Parties parties;

	private final PartyLookups lookups;

	private final Clock clock;

	QuoteSteps(QuoteRepository repository, QuoteTerms terms, Parties parties, PartyLookups lookups, Clock clock) {
		this.repository = repository;
		this.terms = terms;
		this.parties = parties;
		this.lookups = lookups;
		this.clock = clock;
	}

	@Override
	public boolean isSent(Pursuit pursuit) {
		return this.repository.sent(pursuit.number()).isPresent();
	}

	@Override
	public boolean isSentInThisStage(Pursuit pursuit) {
		return this.repository.sent(pursuit.number())
			.filter((quote) -> !quote.sentAt().isBefore(pursuit.standing().since()))
			.isPresent();
	}

	@Override
	public void check(Fields fields, Pursuit pursuit, StageKind to, String typedReference, Pursuit.Deal deal) {
		Quote waiting = this.repository.waiting(pursuit.number()).orElse(null);
		if (waiting != null && (typedReference != null || to == StageKind.WON)) {
			fields.refuse("quoteReference", "La oferta " + waiting.reference()
					+ " todavía no ha salido: espere a que salga, o retírela en la ficha.");
		}
		Quote sent = this.repository.sent(pursuit.number()).orElse(null);
		if (sent == null) {
			requireUnasked(fields, pursuit, typedReference, deal);
			return;
		}
		if (typedReference != null && !typedReference.equals(sent.reference())) {
			fields.refuse("quoteReference", "La última oferta enviada es la " + sent.reference()
					+ ": para ofrecer otra cosa, prepare otra versión en la ficha.");
		}
		if (deal.amount() != null && !(deal.amount().compareTo(sent.offer().amount()) == 0
				&& sent.offer().currency().equals(deal.currency()))) {
			fields.refuse("amount", "El importe es el de la última oferta enviada, " + sent.offer().price()
					+ ": para acordar otro, envíe otra versión.");
		}
	}

	/** Whom we rejected gets no offer that nobody decided on, wherever it was written. */
	private void requireUnasked(Fields fields, Pursuit pursuit, String typedReference, Pursuit.Deal deal) {
		if (typedReference == null && deal.amount() == null) {
			return;
		}
		this.parties.find(pursuit.partyKind(), pursuit.partyId())
			.flatMap((party) -> this.lookups.found(party, null)
				.stream()
				.filter((found) -> found.situation() == Situation.REJECTED_BEFORE)
				.findFirst())
			.ifPresent((found) -> fields.refuse("quoteReference",
					found.explanation() + " Antes de ofertar hay que preguntar: prepare la oferta en la ficha, que "
							+ "pide la decisión."));
	}

	@Override
	public Optional<Instant> followUp(Pursuit pursuit) {
		Instant now = this.clock.instant();
		return this.repository.sent(pursuit.number())
			.map((quote) -> quote.followUpAt().isAfter(now) ? quote.followUpAt()
					: this.terms.followUp(pursuit, quote.offer().discount(), now));
	}

}
