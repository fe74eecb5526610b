package dev.escala.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.purchase.Cents;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.retention.loss.LossCauses;
import dev.escala.retention.value.BoughtRepository;
import dev.escala.text.Dates;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What whoever calls has to know, as Spanish text. */
@Component
@Transactional(readOnly = true)
public class RetentionStory {

	/** Months that are shown. */
	private static final int MONTHS = 12;

	private static final String BARS = "▁▂▃▄▅▆▇█";

	private final RetentionCases cases;

	private final BoughtRepository bought;

	private final LossCauses causes;

	private final Clock clock;

	RetentionStory(RetentionCases cases, BoughtRepository bought, LossCauses causes, Clock clock,
			@Value("${escala.zone}") ZoneId zone) {
		this.cases = cases;
		this.bought = bought;
		this.causes = causes;
		this.clock = clock.withZone(zone);
	}

	/** Who it is, why they are called and what is at stake, with marks for a form. */
	public String of(CaseNumber number) {
		RetentionCase one = this.cases.get(number);
		String reasons = this.cases.reasons(number)
			.stream()
			.map((reason) -> "- " + reason.said())
			.collect(Collectors.joining("\n"));
		return "**" + one.customerName() + "** · en juego " + one.atStake().told() + "\n\n" + reasons + "\n\n"
				+ purchases(one.customerId());
	}

	/** The signals, one a line. */
	public String reasons(CaseNumber number) {
		return this.cases.reasons(number).stream().map(Reason::said).collect(Collectors.joining("\n"));
	}

	/** What they bought, month by month, small enough for a line. */
	public String purchases(CustomerId customer) {
		LocalDate to = LocalDate.now(this.clock).withDayOfMonth(1);
		List<BoughtRepository.Month> months = this.bought.months(customer, to.minusMonths(MONTHS), to);
		long most = months.stream().mapToLong(BoughtRepository.Month::cents).max().orElse(0);
		if (most <= 0) {
			return "Sin compras en los últimos doce meses.";
		}
		String bars = months.stream()
			.map((month) -> (month.cents() <= 0) ? "·"
					: String.valueOf(BARS.charAt((int) (month.cents() * (BARS.length() - 1) / most))))
			.collect(Collectors.joining());
		int documents = months.stream().mapToInt(BoughtRepository.Month::documents).sum();
		return "Compras desde " + monthName(to.minusMonths(MONTHS)) + ": " + bars + " ("
				+ ((documents == 1) ? "una" : String.valueOf(documents)) + "; el mes de más, "
				+ this.bought.since(customer, to.minusMonths(MONTHS))
					.map((year) -> Cents.told(most, year.currency()))
					.orElse("")
				+ ")" + this.bought.lastOn(customer).map((day) -> ", la última el " + Dates.figures(day)).orElse("")
				+ ".";
	}

	private static String monthName(LocalDate month) {
		return month.getMonthValue() + "/" + month.getYear();
	}

	/** What the causes are called, for a choice. */
	public List<Map<String, String>> causes() {
		return this.causes.all()
			.stream()
			.map((one) -> Map.of("label", one.label() + (one.worrying() ? "" : " (no se pudo evitar)"), "value",
					one.code()))
			.toList();
	}

	/** What the cause is called, or {@code null} where nobody knows it yet. */
	public String cause(RetentionCase one) {
		return (one.cause() == null) ? null : this.causes.cause(one.cause()).label();
	}

}
