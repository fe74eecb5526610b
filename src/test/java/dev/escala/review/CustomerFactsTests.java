package dev.escala.review;

import java.time.LocalDate;
import java.util.Map;

import dev.escala.reference.CustomerId;
import dev.escala.review.CustomerFacts.Bought;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What is known of a customer becomes figures of the table, or is not known (004-20, 004-31)")
class CustomerFactsTests {

	private static final LocalDate MONTH = LocalDate.of(2026, 11, 1);

	@Test
	@DisplayName("A smaller mean order, one's own rhythm and a variety that stopped, each with its figures")
	void figures() {
		CustomerFacts facts = facts(LocalDate.of(2026, 1, 1),
				bought("2026-01-10", "2026-08-30", 8, 2, 30_000, 7, 210_000), null);

		assertThat(facts.inputs()).containsAllEntriesOf(Map.of("orderDrop", 50, "rhythmShare", 217, "varietyMonths", 4,
				"silentDays", 63, "openComplaints", 0, "badComplaints", 2, "brokenPromises", 1));
		assertThat(facts.reason(Signal.ORDER_VALUE_DOWN).text()).isEqualTo(
				"Su pedido medio era de 300,00 EUR y en los últimos tres meses es de 150,00 EUR: un 50 % menos.");
		assertThat(facts.reason(Signal.RHYTHM_LOST).text()).contains("cada 29 días", "lleva 63 días sin comprar");
		assertThat(facts.reason(Signal.VARIETY_STOPPED).text()).contains("sin comprar 85099 B, que compró en 4 meses");
		assertThat(facts.reason(Signal.COMPLAINT_BAD).text()).contains("2 casos o reclamaciones");
	}

	@Test
	@DisplayName("Whoever bought first less than four months ago is not guessed at, but complaints count")
	void littleHistory() {
		CustomerFacts facts = facts(LocalDate.of(2026, 8, 1), bought("2026-08-10", "2026-08-30", 8, 2, 1, 7, 210_000),
				null);

		assertThat(facts.isShort()).isTrue();
		assertThat(facts.inputs()).containsAllEntriesOf(
				Map.of("orderDrop", -1, "rhythmShare", -1, "varietyMonths", -1, "silentDays", -1, "badComplaints", 2));
	}

	@Test
	@DisplayName("A single purchase has no rhythm; speaking with us breaks the silence")
	void single() {
		CustomerFacts facts = facts(LocalDate.of(2026, 1, 1), bought("2026-01-10", "2026-01-10", 0, 0, 0, 1, 100),
				LocalDate.of(2026, 10, 30));

		assertThat(facts.inputs())
			.containsAllEntriesOf(Map.of("orderDrop", -1, "rhythmShare", -1, "varietyMonths", -1, "silentDays", 2));
	}

	private static Bought bought(String firstOn, String lastOn, long later, long recent, long recentCents, long earlier,
			long earlierCents) {
		return new Bought("EUR", LocalDate.parse(firstOn), LocalDate.parse(lastOn), later, recent, recent, recentCents,
				earlier, earlierCents, "85099 B", 4);
	}

	private static CustomerFacts facts(LocalDate since, Bought bought, LocalDate spokenOn) {
		return new CustomerFacts(new CustomerId(1L), "LUNA", MONTH, since, bought, spokenOn, 0, 2, 1);
	}

}
