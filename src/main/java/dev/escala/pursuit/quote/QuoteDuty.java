package dev.escala.pursuit.quote;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.letter.LetterDuty;
import dev.escala.letter.LetterIntent;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.text.Dates;
import dev.escala.validation.ConflictException;

import org.springframework.stereotype.Component;

/**
 * What a letter with a quote owes: the frame says what is offered, so that whoever
 * corrects its words changes neither amount nor terms; and it leaves only while the gate
 * lets it.
 */
@Component
class QuoteDuty implements LetterDuty {

	private final QuoteRepository repository;

	private final Pursuits pursuits;

	private final QuoteGate gate;

	private final QuoteTerms terms;

	private final QuoteReader reader;

	private final DateTexts dates;

	private final Clock clock;

	QuoteDuty(QuoteRepository repository, Pursuits pursuits, QuoteGate gate, QuoteTerms terms, QuoteReader reader,
			DateTexts dates, Clock clock) {
		this.repository = repository;
		this.pursuits = pursuits;
		this.gate = gate;
		this.terms = terms;
		this.reader = reader;
		this.dates = dates;
		this.clock = clock;
	}

	@Override
	public LetterIntent intent() {
		return LetterIntent.QUOTE;
	}

	@Override
	public void require(CaseNumber number, UserId author, String field, String text) {
		if (this.repository.waiting(number).isEmpty()) {
			throw new ConflictException(number + " no tiene ninguna oferta por enviar: prepárela antes.");
		}
	}

	@Override
	public boolean refuses(CaseNumber number) {
		return false;
	}

	@Override
	public boolean mayLeave(CaseNumber number, long letterId) {
		LocalDate today = this.terms.day(this.pursuits.get(number), this.clock.instant());
		return this.repository.waiting(number)
			.filter((quote) -> quote.letterId() != null && quote.letterId() == letterId)
			.filter((quote) -> !quote.offer().validUntil().isBefore(today))
			.filter(this.gate::isCovered)
			.isPresent();
	}

	@Override
	public Optional<Customer.Contact> reader(CaseNumber number) {
		return this.reader.of(this.pursuits.get(number));
	}

	@Override
	public Locale language(CaseNumber number) {
		return Locale.forLanguageTag(this.reader.language(this.pursuits.get(number)));
	}

	@Override
	public Map<String, Object> values(CaseNumber number, Locale locale) {
		// In the transaction in which it leaves it is sent already.
		Quote quote = this.repository.waiting(number).or(() -> this.repository.sent(number)).orElseThrow();
		Pursuit pursuit = this.pursuits.get(number);
		Instant followUp = (quote.followUpAt() != null) ? quote.followUpAt()
				: this.terms.followUp(pursuit, quote.offer().discount(), this.clock.instant());
		Map<String, Object> values = new HashMap<>();
		values.put("quoteReference", quote.reference());
		values.put("quoteText", quote.offer().content());
		values.put("quotePrice", quote.offer().price(locale));
		values.put("validUntilText", Dates.full(quote.offer().validUntil(), locale));
		values.put("nextUpdateText", this.dates.full(followUp, locale));
		String conditions = conditions(quote.offer());
		if (conditions != null) {
			values.put("termsText", conditions);
		}
		return values;
	}

	private static String conditions(Quote.Offer offer) {
		if (offer.terms() == null || offer.customTerms() == null) {
			return (offer.terms() == null) ? offer.customTerms() : offer.terms();
		}
		return offer.terms() + "\n" + offer.customTerms();
	}

}
