package dev.escala.pursuit.quote;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import dev.escala.commitment.AskForCommitment;
import dev.escala.commitment.Commitment;
import dev.escala.commitment.Commitments;
import dev.escala.commitment.Coverage;
import dev.escala.commitment.CoverageCheck;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.pipeline.Parties;
import dev.escala.policy.Situation;
import dev.escala.pursuit.Pursuit;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

import org.springframework.stereotype.Component;

/**
 * Ask before you commit (000-19): a quote with a price beyond the table, with custom
 * terms or for somebody whom we rejected is a commitment that needs a decision on exactly
 * this quote.
 */
@Component
class QuoteGate {

	private final Parties parties;

	private final Commitments commitments;

	private final AskForCommitment asking;

	private final CoverageCheck coverage;

	private final InternalRequests requests;

	QuoteGate(Parties parties, Commitments commitments, AskForCommitment asking, CoverageCheck coverage,
			InternalRequests requests) {
		this.parties = parties;
		this.commitments = commitments;
		this.asking = asking;
		this.coverage = coverage;
		this.requests = requests;
	}

	/**
	 * Prepares the commitment, and asks for the decision that it needs.
	 * @throws dev.escala.validation.InvalidInputException where a decision is needed and
	 * nobody says why or by when
	 */
	CaseNumber prepare(Pursuit pursuit, String reference, Quote.Offer offer, boolean beyond, SaidQuote said,
			UserId by) {
		Set<Situation> situations = EnumSet.noneOf(Situation.class);
		if (beyond) {
			situations.add(Situation.PRICE_DEVIATION);
		}
		if (offer.customTerms() != null) {
			situations.add(Situation.CUSTOM_TERMS);
		}
		Commitment commitment = this.commitments.prepareFor(pursuit.number(),
				this.parties.find(pursuit.partyKind(), pursuit.partyId())
					.orElseThrow(() -> new ConflictException(
							pursuit.partyName() + " ya no está en el registro: no se le puede ofertar.")),
				"Oferta de " + pursuit.number() + ": " + offer.told(), situations, by);
		if (this.coverage.coverage(commitment).state() == Coverage.State.MISSING) {
			this.asking.ask(commitment.number(), by,
					"Oferta " + reference + " para " + pursuit.partyName() + ", que pide: " + pursuit.subject(),
					said.assessment(), said.neededBy(), null);
		}
		return commitment.number();
	}

	/** Whether it may leave now; what was asked stays as it is until then. */
	boolean isCovered(Quote quote) {
		return this.coverage.coverage(this.commitments.get(quote.commitment())).allows();
	}

	/** How it stands, to be shown. */
	Coverage shown(Quote quote) {
		return this.coverage.shown(this.commitments.get(quote.commitment()));
	}

	/** Who was asked, if anybody was. */
	Optional<InternalRequest> asked(Quote quote) {
		return Optional.ofNullable(this.commitments.get(quote.commitment()).requestNumber())
			.flatMap(this.requests::find);
	}

	/**
	 * It leaves.
	 * @throws ConflictException where it may not, saying why
	 */
	void commit(Quote quote, UserId by) {
		this.commitments.commit(quote.commitment(), by,
				"Oferta " + quote.reference() + " por " + quote.offer().price() + ".");
	}

	/**
	 * It will not leave.
	 * @return why not
	 */
	String close(Quote quote) {
		return this.commitments.close(quote.commitment());
	}

}
