package dev.escala.pursuit.quote;

import java.math.BigDecimal;
import java.time.LocalDate;

import dev.escala.letter.LetterText;
import dev.escala.pursuit.stage.TypedMoney;
import dev.escala.validation.Fields;
import dev.escala.validation.TypedDay;

/**
 * A quote as somebody writes it; each may be {@code null}. All doors bring the same.
 *
 * @param content what is offered, lines or text
 * @param amount as people type it
 * @param currency three letters
 * @param discount percent below the list, as people type it; none where it is missing
 * @param customTerms terms that are not our usual ones
 * @param terms our usual terms
 * @param validUntil {@code dd/mm/aaaa}
 * @param message what the reader is told with it
 * @param overrideReason why the message goes out in spite of what the checks say
 * @param assessment why the deviation makes sense, for whoever decides on it
 * @param neededBy by when the decision is needed
 */
public record SaidQuote(String content, String amount, String currency, String discount, String customTerms,
		String terms, String validUntil, String message, String overrideReason, String assessment, String neededBy) {

	/** With what is asked of whoever decides, all of it is one commitment of 4000. */
	private static final int LONGEST_CONTENT = 1500;

	private static final int LONGEST_TERMS = 1000;

	/**
	 * What is offered, checked.
	 * @param today the seller's day
	 */
	Quote.Offer offer(Fields fields, LocalDate today) {
		String offered = fields.required("content", "qué se ofrece", this.content, LONGEST_CONTENT);
		BigDecimal money = TypedMoney.amount(fields, this.amount);
		String code = TypedMoney.currency(fields, this.currency);
		BigDecimal percent = percent(fields);
		String custom = fields.optional("customTerms", "las condiciones a medida", this.customTerms, LONGEST_TERMS);
		String usual = fields.optional("terms", "las condiciones", this.terms, LONGEST_TERMS);
		LocalDate until = TypedDay.read(fields, "validUntil", this.validUntil);
		if (until != null && until.isBefore(today)) {
			fields.refuse("validUntil", "La oferta ya habría vencido: escriba un día por venir.");
		}
		return new Quote.Offer(offered, money, code, percent, custom, usual, until);
	}

	/** What goes with it. */
	LetterText letter() {
		return new LetterText("message", this.message, this.overrideReason, false, false);
	}

	private BigDecimal percent(Fields fields) {
		String text = fields.optionalLine("discount", "el descuento", this.discount, 10);
		if (text == null) {
			return BigDecimal.ZERO.setScale(2);
		}
		if (!text.matches("(\\d{1,2}(,\\d{1,2})?|100)")) {
			fields.refuse("discount",
					"«" + text + "» no es un descuento: escriba el tanto por ciento sobre la tarifa, como 7 o 7,5.");
			return null;
		}
		return new BigDecimal(text.replace(',', '.')).setScale(2);
	}

}
