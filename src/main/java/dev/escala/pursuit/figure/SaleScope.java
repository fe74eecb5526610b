package dev.escala.pursuit.figure;

import java.util.Map;
import java.util.Set;

import dev.escala.pursuit.Capture;
import dev.escala.pursuit.Strategy;
import dev.escala.validation.Fields;

/**
 * Which sales are counted; {@code null} is any.
 *
 * @param strategy with whom it began
 * @param capture by which channel it came
 * @param person who answers for a sale, and who made a call
 */
public record SaleScope(Strategy strategy, Capture capture, String person) {

	/** What an address calls the filters. */
	public static final Set<String> KNOWN = Set.of("period", "strategy", "source", "person");

	/** Every sale. */
	public static final SaleScope ALL = new SaleScope(null, null, null);

	/**
	 * Reads the filters.
	 * @throws dev.escala.validation.InvalidInputException naming what is wrong with each
	 */
	public static SaleScope read(Map<String, String> parameters) {
		Fields fields = new Fields();
		fields.onlyFilters(parameters.keySet(), KNOWN);
		SaleScope scope = new SaleScope(
				fields.optionalOneOf("strategy", "la estrategia", parameters.get("strategy"), Strategy.class),
				fields.optionalOneOf("source", "el origen", parameters.get("source"), Capture.class),
				fields.optionalLine("person", "la persona", parameters.get("person"), 200));
		fields.done();
		return scope;
	}

	boolean has(Sale sale) {
		return (this.strategy == null || this.strategy == sale.strategy())
				&& (this.capture == null || this.capture == sale.capture())
				&& (this.person == null || this.person.equals(sale.owner()));
	}

	boolean has(CallCount calls) {
		return (this.strategy == null || this.strategy == calls.strategy())
				&& (this.capture == null || this.capture == calls.capture())
				&& (this.person == null || this.person.equals(calls.by()));
	}

	SaleScope with(Strategy other) {
		return new SaleScope(other, this.capture, this.person);
	}

	SaleScope with(Capture other) {
		return new SaleScope(this.strategy, other, this.person);
	}

	SaleScope of(String other) {
		return new SaleScope(this.strategy, this.capture, other);
	}

}
