package dev.escala.pursuit.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.escala.pursuit.Capture;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.Strategy;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("What each figure of sales is counted of (004-04 to 004-10, 002-21)")
class SaleCountTests {

	private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

	private static final SalePeriod NOVEMBER = new SalePeriod(YearMonth.of(2012, 11), 1);

	private final List<Sale> sales = new ArrayList<>();

	@Test
	@DisplayName("A month begins at midnight in Madrid; what is not over has not happened in it")
	void period() {
		assertThat(NOVEMBER.has(Instant.parse("2012-10-31T23:00:00Z"), ZONE)).isTrue();
		assertThat(NOVEMBER.has(Instant.parse("2012-10-31T22:59:59Z"), ZONE)).isFalse();
		assertThat(NOVEMBER.has(null, ZONE)).isFalse();
		LocalDate today = LocalDate.of(2026, 12, 2);
		assertThat(SalePeriod.read(" ", today).code()).isEqualTo("2026-T4");
		assertThat(SalePeriod.read("2026-T1", today).before(ZONE)).isEqualTo("2026-03-31T22:00:00Z");
		assertThat(SalePeriod.read("2025", today).each()).hasSize(12);
		for (String wrong : List.of("2026-13", "2027", "2026-T5", "1999", "ayer", "2026-1")) {
			assertThatExceptionOfType(InvalidInputException.class).as(wrong)
				.isThrownBy(() -> SalePeriod.read(wrong, today))
				.withMessageContaining("2026-T4");
		}
	}

	@Test
	@DisplayName("Closed are the proposed that ended in the period; the cycle is of those won; currencies are not mixed")
	void closed() {
		ended(StageKind.WON, true, "2012-11-02T09:00:00Z", "100", "EUR");
		ended(StageKind.WON, true, "2012-11-12T09:00:00Z", "200", "EUR");
		ended(StageKind.WON, true, "2012-11-04T09:00:00Z", "70", "USD");
		ended(StageKind.LOST, true, "2012-11-04T09:00:00Z", "900", "EUR");
		ended(StageKind.LOST, false, "2012-11-04T09:00:00Z", null, null);
		ended(StageKind.WON, true, "2012-12-04T09:00:00Z", "5000", "EUR");

		SaleLine line = counted().line("Total", NOVEMBER, 0);

		assertThat(line.close()).isEqualTo(new Ratio(3, 4, new BigDecimal("75.0")));
		assertThat(line.cycle()).isEqualTo(new Days(3, new BigDecimal("3.0"), new BigDecimal("9.4")));
		assertThat(line.revenue()).containsExactly(
				new Revenue("EUR", 2, new BigDecimal("300"), new BigDecimal("150.00")),
				new Revenue("USD", 1, new BigDecimal("70"), new BigDecimal("70.00")));
		assertThat(line.appointment().percent()).isNull();
		assertThat(line.appointment().told()).isEqualTo("–");
		assertThat(line.close().told()).isEqualTo("75\u00a0% (3 de 4)");
	}

	@Test
	@DisplayName("Prospecting is of the minutes of everybody who called; a scope leaves out the calls of others")
	void prospecting() {
		SaleCount count = new SaleCount(List.of(),
				List.of(calls(11, "vera", 4, 1, 60), calls(11, "luis", 6, 4, 120), calls(10, "vera", 90, 90, 900)),
				ZONE);

		assertThat(count.line("Total", NOVEMBER, 1800).prospecting())
			.isEqualTo(new Ratio(180, 3600, new BigDecimal("5.0")));
		SaleLine own = count.of(SaleScope.ALL.of("vera")).line("Vera", NOVEMBER, 1800);
		assertThat(own.appointment()).isEqualTo(new Ratio(1, 4, new BigDecimal("25.0")));
		assertThat(own.prospecting()).isEqualTo(new Ratio(60, 1800, new BigDecimal("3.3")));
		assertThat(count.people()).containsExactly("luis", "vera");
	}

	@Test
	@DisplayName("Who comes back to a stage reached it once and was in it for both stays together")
	void stays() {
		Sale sale = ended(StageKind.LOST, false, "2012-11-20T09:00:00Z", null, null);

		List<StageLine> stages = counted().stages(
				List.of(stay(sale, "NEW", StageKind.ACTIVE, 1, 3), stay(sale, "LATER", StageKind.WAITING, 3, 10),
						stay(sale, "NEW", StageKind.ACTIVE, 10, 20), stay(sale, "LOST", StageKind.LOST, 20, null)),
				NOVEMBER);

		assertThat(stages).containsExactly(
				new StageLine("Oportunidad", "NEW", 1, new Days(1, new BigDecimal("12.0"), new BigDecimal("12.0")), 0),
				new StageLine("Oportunidad", "LATER", 1, new Days(1, new BigDecimal("7.0"), new BigDecimal("7.0")), 0));
	}

	@Test
	@DisplayName("Nothing is foretold of nine that ended; of ten it is, and who passed the stage twice counts once")
	void foretold() {
		List<StageVisit> visits = new ArrayList<>();
		for (int i = 0; i < 9; i++) {
			Sale one = ended((i < 3) ? StageKind.WON : StageKind.LOST, true, "2012-11-20T09:00:00Z", null, null);
			visits.add(stay(one, "OFFER", StageKind.ACTIVE, 1, 2));
			visits.add(stay(one, "OFFER", StageKind.ACTIVE, 3, 4));
		}
		Sale open = sale(StageKind.ACTIVE, true, null, "1000", "EUR");
		visits.add(stay(open, "OFFER", StageKind.ACTIVE, 5, null));
		Instant since = Instant.parse("2012-01-01T00:00:00Z");

		assertThat(counted().forecasts(visits, since)).containsExactly(
				new Forecast("OFFER", "EUR", 1, new BigDecimal("1000"), new Ratio(3, 9, new BigDecimal("33.3")), null));

		visits.add(
				stay(ended(StageKind.LOST, true, "2012-11-20T09:00:00Z", null, null), "OFFER", StageKind.ACTIVE, 1, 2));
		visits
			.add(stay(ended(StageKind.WON, true, "2011-11-20T09:00:00Z", null, null), "OFFER", StageKind.ACTIVE, 1, 2));

		assertThat(counted().forecasts(visits, since)).containsExactly(new Forecast("OFFER", "EUR", 1,
				new BigDecimal("1000"), new Ratio(3, 10, new BigDecimal("30.0")), new BigDecimal("300.00")));
	}

	@Test
	@DisplayName("Losses are counted by what they have in common, the most frequent first (002-21)")
	void lost() {
		List<LostSale> losses = Stream.of("PRICE", "TIME", "PRICE")
			.map((reason) -> new LostSale(
					ended(StageKind.LOST, false, "2012-11-20T09:00:00Z", null, null).number().value(), reason, null,
					null))
			.toList();

		assertThat(counted().losses(losses, (loss) -> Stream.of(loss.reason()))).containsExactly(new Lost("PRICE", 2),
				new Lost("TIME", 1));
		assertThat(counted().losses(losses, (loss) -> Stream.ofNullable(loss.competitor()))).isEmpty();
	}

	private SaleCount counted() {
		return new SaleCount(this.sales, List.of(), ZONE);
	}

	private Sale ended(StageKind standing, boolean proposed, String endedAt, String amount, String currency) {
		return sale(standing, proposed, Instant.parse(endedAt), amount, currency);
	}

	private Sale sale(StageKind standing, boolean proposed, Instant endedAt, String amount, String currency) {
		CaseNumber number = new CaseNumber(String.format("OPO-2012-%06d", this.sales.size() + 1));
		Sale sale = new Sale(number, number, "Alguien", Strategy.TOP_DOWN, Capture.WEB, "vera",
				Instant.parse("2012-11-01T09:00:00Z"), null, null, true, proposed, standing, "Etapa", endedAt,
				(amount == null) ? null : new BigDecimal(amount), currency);
		this.sales.add(sale);
		return sale;
	}

	private static CallCount calls(int month, String by, long talks, long appointments, long minutes) {
		return new CallCount(YearMonth.of(2012, month), Strategy.TOP_DOWN, Capture.WEB, by, talks, appointments,
				minutes);
	}

	private static StageVisit stay(Sale sale, String stage, StageKind means, int from, Integer until) {
		return new StageVisit(sale.number(), PursuitKind.OPPORTUNITY, stage, stage, means, day(from),
				(until == null) ? null : day(until));
	}

	private static Instant day(int day) {
		return Instant.parse(String.format("2012-11-%02dT09:00:00Z", day));
	}

}
