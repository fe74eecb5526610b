package dev.escala.retention.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.escala.purchase.Cents;
import dev.escala.reference.CustomerId;
import dev.escala.retention.value.BoughtRepository;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a customer bought in the last months, as a small picture. */
@Component
class PurchasePlot {

	private static final int MONTHS = 17;

	private static final int HEIGHT = 80;

	private static final int STEP = 34;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.forLanguageTag("es"));

	private final BoughtRepository bought;

	private final Clock clock;

	PurchasePlot(BoughtRepository bought, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.bought = bought;
		this.clock = clock.withZone(zone);
	}

	/** The bars, one a month; none where nothing was bought in all of them. */
	List<Bar> bars(CustomerId customer) {
		LocalDate to = LocalDate.now(this.clock).withDayOfMonth(1);
		LocalDate from = to.minusMonths(MONTHS);
		List<BoughtRepository.Month> months = this.bought.months(customer, from, to);
		long most = months.stream().mapToLong(BoughtRepository.Month::cents).max().orElse(0);
		if (most <= 0) {
			return List.of();
		}
		String currency = this.bought.since(customer, from).map(BoughtRepository.Year::currency).orElse("");
		List<Bar> bars = new ArrayList<>();
		for (BoughtRepository.Month month : months) {
			int height = (int) (Math.max(0, month.cents()) * HEIGHT / most);
			bars.add(new Bar(bars.size() * STEP, HEIGHT - height + 4, height, month.month().getMonthValue(),
					MONTH.format(month.month()) + ": " + Cents.told(month.cents(), currency)));
		}
		return bars;
	}

	/**
	 * A bar.
	 *
	 * @param x from the left
	 * @param y from above
	 * @param height in the same units
	 * @param month 1 to 12
	 * @param told the month with its amount
	 */
	public record Bar(int x, int y, int height, int month, String told) {
	}

}
