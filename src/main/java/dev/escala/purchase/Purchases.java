package dev.escala.purchase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.purchase.PurchaseImport.Counts;
import dev.escala.purchase.PurchaseImport.Status;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Purchases that other systems send, and what a customer bought. */
@Service
public class Purchases {

	private static final int MONTHS = 12;

	private static final int DOCUMENTS = 10;

	private static final int TOLD = 10;

	private final PurchaseImportRepository imports;

	private final StagedLineRepository lines;

	private final PurchaseMonthRepository months;

	private final PurchaseBook book;

	private final GoodsCodes codes;

	private final PurchaseProperties properties;

	private final Clock clock;

	private final ZoneId zone;

	Purchases(PurchaseImportRepository imports, StagedLineRepository lines, PurchaseMonthRepository months,
			PurchaseBook book, GoodsCodes codes, PurchaseProperties properties, Clock clock,
			@Value("${escala.zone}") ZoneId zone) {
		this.imports = imports;
		this.lines = lines;
		this.months = months;
		this.book = book;
		this.codes = codes;
		this.properties = properties;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Takes documents, all of them or none. One that is there already with the same lines
	 * changes nothing; of an unknown customer it is kept apart.
	 * @return what came of the lines
	 * @throws dev.escala.validation.InvalidInputException naming each field that is wrong
	 * @throws ConflictException where a document is there with something else, or takes
	 * back what is not there
	 */
	@Transactional
	public Counts take(SentPurchases sent, UserId by) {
		List<StagedLine> read = sent.lines(this.codes.now(), this.properties.currencies(), today());
		// Staged like a file, in this transaction only.
		long id = this.imports.create(null, List.of(), null, Status.RUNNING, by);
		this.lines.add(id, read);
		int created = 0;
		while (created >= 0) {
			created = this.book.take(id, false, by);
		}
		Map<String, Long> outcomes = this.lines.outcomes(id);
		if (outcomes.getOrDefault("REFUSED", 0L) > 0) {
			throw new ConflictException("No se ha guardado nada. " + this.lines.problems(id, 0, read.size())
				.stream()
				.filter((one) -> !one.apart())
				.map(LineProblem::reason)
				.distinct()
				.limit(TOLD)
				.collect(Collectors.joining(" ")));
		}
		this.imports.delete(id);
		return ImportWork.counts(outcomes);
	}

	/** The last twelve months, this one too, and the last documents. */
	public CustomerPurchases of(CustomerId customer) {
		return new CustomerPurchases(this.months.months(customer, today().withDayOfMonth(1).minusMonths(MONTHS)),
				this.months.last(customer, DOCUMENTS));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.zone);
	}

}
