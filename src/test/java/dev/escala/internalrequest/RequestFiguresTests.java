package dev.escala.internalrequest;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.escala.internalrequest.figure.FeelingFigures;
import dev.escala.internalrequest.figure.FigurePeriod;
import dev.escala.internalrequest.figure.PairFigures;
import dev.escala.internalrequest.figure.RateService;
import dev.escala.internalrequest.figure.Rating;
import dev.escala.internalrequest.figure.RequestFigures;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The figures of internal requests")
class RequestFiguresTests extends RequestStory {

	private static final FigurePeriod TODAY = new FigurePeriod(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23),
			ZoneId.of("Europe/Madrid"));

	@Autowired
	private RequestFigures figures;

	@Autowired
	private RateService rating;

	@LocalServerPort
	private int port;

	@Test
	@DisplayName("One pair: in time and late, the median, the averages, and the morale only of three (004-77)")
	void pair() {
		this.jdbc.sql("DELETE FROM department_morale").update();
		long others = this.figures.serviceLevels(TODAY).stream().mapToLong(PairFigures::requests).sum();
		this.jdbc.sql("UPDATE internal_request SET requested_at = requested_at - interval '300 days'").update();
		CaseNumber first = served(Duration.ofMinutes(30), Duration.ofHours(1));
		CaseNumber second = served(Duration.ofHours(1), Duration.ofHours(2));
		CaseNumber third = served(Duration.ofHours(30), Duration.ofHours(80));
		CaseDriver.travelTo(MONDAY_AT_TEN);
		asked("kind", "INFORMATION", "situations", List.of("FEELS_ODD"));
		rate(first, 5);
		rate(second, 4);

		assertThat(others).isNotNegative();
		assertThat(pairs().morale()).as("two could be guessed").isEmpty();

		rate(third, 3);
		PairFigures pair = pairs();
		assertThat(pair.requests()).isEqualTo(4);
		assertThat(pair.acknowledged()).isEqualTo(3);
		assertThat(pair.acknowledgedInTime()).isEqualTo(2);
		assertThat(pair.answered()).isEqualTo(3);
		assertThat(pair.answeredInTime()).isEqualTo(2);
		assertThat(pair.medianHours()).isEqualByComparingTo("2.0");
		assertThat(pair.ratings()).isEqualTo(3);
		assertThat(pair.responsiveness()).isEqualByComparingTo("4.0");
		assertThat(pair.quality()).isEqualByComparingTo("2.0");
		assertThat(pair.teamwork()).isEqualByComparingTo("5.0");
		assertThat(pair.morale())
			.containsExactly(new PairFigures.Morale(LocalDate.of(2026, 10, 1), 3, new BigDecimal("4.0")));
		assertThat(pair.toName()).isNotBlank();
	}

	@Test
	@DisplayName("«Se siente raro» is right where it was refused or needed conditions (000-06, 000-35)")
	void feelings() {
		FeelingFigures before = this.figures.feelings(TODAY);
		felt("REFUSED", "FEELS_ODD");
		felt("CONDITIONAL", "ODD_OPPORTUNITY");
		felt("GRANTED", "FEELS_ODD");
		felt("REFUSED", "ALLIANCE");
		asked("situations", List.of("FEELS_ODD"));

		FeelingFigures after = this.figures.feelings(TODAY);
		assertThat(after.answered() - before.answered()).isEqualTo(3);
		assertThat(after.refused() - before.refused()).isEqualTo(1);
		assertThat(after.conditional() - before.conditional()).isEqualTo(1);
		assertThat(new FeelingFigures(3, 1, 1).hitRate()).isEqualTo(67);
		assertThat(new FeelingFigures(0, 0, 0).hitRate()).isNull();
	}

	@Test
	@DisplayName("Only those who lead see them; wrong days are refused by name")
	void api() {
		ApiClient manager = ApiClient.of(this.port, this.engine.getIdentityService(), "fig-manager", "managers");
		ApiClient agent = ApiClient.of(this.port, this.engine.getIdentityService(), "fig-agent", "agents");

		assertThat(agent.get("/api/internal-requests/service-levels").status()).isEqualTo(403);
		assertThat(agent.get("/api/internal-requests/feelings").text())
			.contains("Lo tienen: Supervisión, Gerencia, Dirección y Administración.");
		assertThat(manager.get("/api/internal-requests/service-levels?from=2026-11-23&to=2026-11-23")
			.json()
			.get("from")
			.asText()).isEqualTo("2026-11-23");
		assertThat(manager.get("/api/internal-requests/feelings").json().has("hitRate")).isTrue();
		ApiClient.Answer wrong = manager.get("/api/internal-requests/feelings?from=ayer");
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.fields()).containsExactly("from");
		assertThat(manager.get("/api/internal-requests/feelings?from=2026-11-02&to=2026-11-01").fields())
			.containsExactly("from");
	}

	private PairFigures pairs() {
		return this.figures.serviceLevels(TODAY)
			.stream()
			.filter((one) -> one.from().equals("agents") && one.to().equals("product"))
			.findFirst()
			.orElseThrow();
	}

	/** Asked on Monday at ten, acknowledged and answered so much later. */
	private CaseNumber served(Duration acknowledged, Duration answered) {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		CaseNumber number = asked("kind", "INFORMATION", "situations", List.of("ALLIANCE"));
		CaseDriver.travelTo(MONDAY_AT_TEN.plus(acknowledged));
		this.people.complete(number, PRODUCT, ACKNOWLEDGE, Map.of());
		CaseDriver.travelTo(MONDAY_AT_TEN.plus(answered));
		this.people.complete(number, PRODUCT, ANSWER, decision("GRANTED"));
		return number;
	}

	private void rate(CaseNumber number, int grade) {
		this.rating.rate(number, new UserId(SALES), new Rating(grade, 2, 3, 5, grade, null));
	}

	private void felt(String outcome, String situation) {
		CaseNumber number = asked("situations", List.of(situation));
		this.people.complete(number, PRODUCT, ACKNOWLEDGE, Map.of());
		this.people.complete(number, PRODUCT, ANSWER, decision(outcome));
	}

}
