package dev.escala.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

import dev.escala.purchase.Cents;
import dev.escala.reference.CustomerId;
import dev.escala.text.Dates;
import dev.escala.text.Sentences;

/**
 * What is known of a customer before a month, counted from the months of purchases and
 * from matters.
 *
 * @param customer whom
 * @param code the customer's code
 * @param month first day of the month of the review
 * @param since first month with a purchase, or {@code null}
 * @param bought purchases of the last twelve months, or {@code null}
 * @param spokenOn the last day on which we spoke, or {@code null}
 * @param openComplaints complaints without an end
 * @param badComplaints complaints and cases of six months whose customer said that nobody
 * listened or that it is not solved
 * @param brokenPromises promises of three months that we did not keep
 */
record CustomerFacts(CustomerId customer, String code, LocalDate month, LocalDate since, Bought bought,
		LocalDate spokenOn, int openComplaints, int badComplaints, int brokenPromises) {

	/** Fewer months of purchases say nothing: three are compared with those before. */
	static final int HISTORY = 4;

	/** What is not known. */
	private static final int UNKNOWN = -1;

	/** Whoever buys each day is not missed after two. */
	private static final int SHORTEST_RHYTHM = 10;

	/** Whether nothing may be guessed from the purchases. */
	boolean isShort() {
		return this.since == null || ChronoUnit.MONTHS.between(this.since, this.month) < HISTORY;
	}

	LocalDate lastOn() {
		return (this.bought == null) ? null : this.bought.lastOn();
	}

	/** What the table {@code retentionSignal} asks for. */
	Map<String, Object> inputs() {
		Map<String, Object> inputs = new HashMap<>();
		inputs.put("orderDrop", orderDrop());
		inputs.put("rhythmShare", rhythmShare());
		inputs.put("varietyMonths", varietyMonths());
		inputs.put("silentDays", silentDays());
		inputs.put("openComplaints", this.openComplaints);
		inputs.put("badComplaints", this.badComplaints);
		inputs.put("brokenPromises", this.brokenPromises);
		return inputs;
	}

	private boolean isBuying() {
		return this.bought != null && !isShort();
	}

	/**
	 * By how many percent the mean order of three months is below that of nine before.
	 */
	private int orderDrop() {
		if (!isBuying() || this.bought.recentOrders() == 0 || this.bought.earlierOrders() == 0
				|| this.bought.earlierCents() <= 0) {
			return UNKNOWN;
		}
		double share = mean(this.bought.recentCents(), this.bought.recentOrders())
				/ mean(this.bought.earlierCents(), this.bought.earlierOrders());
		return (int) Math.max(0, Math.round(100 - 100 * share));
	}

	private static double mean(long cents, long orders) {
		return (double) cents / orders;
	}

	/** Days since the last purchase in percent of the customer's own rhythm. */
	private int rhythmShare() {
		return (rhythm() < 0) ? UNKNOWN
				: (int) Math.min(100_000, Math.round(100 * daysSince(this.bought.lastOn()) / rhythm()));
	}

	/** Mean days between purchases, of at least three; negative where there are fewer. */
	private double rhythm() {
		if (!isBuying() || this.bought.laterDocuments() < 2) {
			return UNKNOWN;
		}
		return Math.max(SHORTEST_RHYTHM, (double) ChronoUnit.DAYS.between(this.bought.firstOn(), this.bought.lastOn())
				/ this.bought.laterDocuments());
	}

	/** In how many months something was bought that is not bought any more. */
	private int varietyMonths() {
		return (!isBuying() || this.bought.recentDocuments() == 0) ? UNKNOWN : this.bought.stoppedMonths();
	}

	private int silentDays() {
		if (!isBuying()) {
			return UNKNOWN;
		}
		boolean spoken = this.spokenOn != null && this.spokenOn.isAfter(this.bought.lastOn());
		return (int) daysSince(spoken ? this.spokenOn : this.bought.lastOn());
	}

	private long daysSince(LocalDate day) {
		return ChronoUnit.DAYS.between(day, this.month);
	}

	/** The signal with its figures. */
	Reason reason(Signal signal) {
		return new Reason(signal, switch (signal) {
			case ORDER_VALUE_DOWN ->
				"Su pedido medio era de " + amount(this.bought.earlierCents(), this.bought.earlierOrders())
						+ " y en los últimos tres meses es de "
						+ amount(this.bought.recentCents(), this.bought.recentOrders()) + ": un " + orderDrop()
						+ " % menos.";
			case RHYTHM_LOST -> "Solía comprar cada " + Sentences.counted(Math.round(rhythm()), "día", "días")
					+ " y lleva " + Sentences.counted(daysSince(this.bought.lastOn()), "día", "días") + " sin comprar.";
			case VARIETY_STOPPED -> "Lleva tres meses sin comprar " + this.bought.stopped() + ", que compró en "
					+ Sentences.counted(this.bought.stoppedMonths(), "mes", "meses") + ". Lo demás lo sigue comprando.";
			case SILENCE ->
				"Ni compra ni habla con nosotros desde hace " + Sentences.counted(silentDays(), "día", "días")
						+ ": compró por última vez el " + Dates.figures(this.bought.lastOn()) + ".";
			case COMPLAINT_OPEN -> "Espera nuestra respuesta a "
					+ Sentences.counted(this.openComplaints, "reclamación", "reclamaciones") + ".";
			case COMPLAINT_BAD -> "En seis meses ha dicho de "
					+ Sentences.counted(this.badComplaints, "caso o reclamación", "casos o reclamaciones")
					+ " que no se le escuchó o no se le resolvió.";
			case PROMISE_BROKEN -> "En tres meses no hemos cumplido "
					+ Sentences.counted(this.brokenPromises, "promesa", "promesas") + ".";
		});
	}

	private String amount(long cents, long orders) {
		return Cents.told(Math.round(mean(cents, orders)), this.bought.currency());
	}

	/**
	 * Purchases of the last twelve months.
	 *
	 * @param currency in which most of them are; amounts are of these only
	 * @param firstOn day of the last purchase in the first of the months
	 * @param lastOn day of the last purchase
	 * @param laterDocuments purchases after that first month
	 * @param recentDocuments purchases of the last three months, in all currencies
	 * @param recentOrders the same in the currency
	 * @param recentCents goods of the last three months, less what came back
	 * @param earlierOrders purchases of the nine months before, in the currency
	 * @param earlierCents goods of these
	 * @param stopped what was bought in most months and not in the last three, or
	 * {@code null}
	 * @param stoppedMonths in how many months
	 */
	record Bought(String currency, LocalDate firstOn, LocalDate lastOn, long laterDocuments, long recentDocuments,
			long recentOrders, long recentCents, long earlierOrders, long earlierCents, String stopped,
			int stoppedMonths) {
	}

}
