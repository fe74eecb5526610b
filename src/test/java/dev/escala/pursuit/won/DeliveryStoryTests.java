package dev.escala.pursuit.won;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.escala.card.CardSource;
import dev.escala.card.CardTask;
import dev.escala.erasure.Erasure;
import dev.escala.followup.FollowUpState;
import dev.escala.followup.FollowUps;
import dev.escala.followup.StartFollowUps;
import dev.escala.pursuit.PursuitStory;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.profile.Profile;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.ModelCoverage;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("What is won is delivered, and a call is planned; together the stories pass every node of the process")
class DeliveryStoryTests extends PursuitStory {

	private static final String PREPARE = "userTask_prepareDelivery";

	private static final String CALL = "userTask_followUpCall";

	@Autowired
	private List<CardSource> cards;

	@Autowired
	private FollowUps followUps;

	@Autowired
	private StartFollowUps start;

	@Autowired
	private Erasure erasure;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("deliveries");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "delivery")).isEmpty();
	}

	@Test
	@DisplayName("Delivered with something missing first, and to be called ten working days after that, by whoever sold it (002-15, 004-57)")
	void delivered() {
		CaseNumber number = won("900");

		assertThat(this.people.tasks(number)).containsExactly(PREPARE);
		assertThat(this.people.groups(number, PREPARE)).containsExactly("sales");
		// Monday and Tuesday are holidays: Thursday, Friday, Wednesday, Thursday, Friday.
		assertThat(this.people.task(number, PREPARE).getDueDate().toInstant())
			.isBetween(Instant.parse("2026-12-11T00:00:00Z"), Instant.parse("2026-12-11T23:00:00Z"));
		assertThat((String) this.engine.getTaskService()
			.getVariableLocal(this.people.task(number, PREPARE).getId(), "deliveryStory"))
			.contains("900,00 EUR", "OF-9", this.pursuits.get(number).partyName());
		assertThat(happened(number)).anyMatch((line) -> line.startsWith("Empieza la entrega: "));
		assertThatThrownBy(() -> this.people.complete(number, SELLER, PREPARE, Map.of("deliveryOutcome", "missing")))
			.hasMessageContaining("Falta qué falta");
		this.people.complete(number, SELLER, PREPARE,
				Map.of("deliveryOutcome", "missing", "deliveryNote", "Las claves de la licencia."));
		assertThat(happened(number)).contains("Falta para entregar: Las claves de la licencia.");
		assertThatThrownBy(() -> this.people.complete(number, SELLER, PREPARE,
				Map.of("deliveryOutcome", "delivered", "deliveredOn", "3/12/2026")))
			.hasMessageContaining("no puede estar por venir");
		assertThatThrownBy(() -> this.people.complete(number, SELLER, PREPARE, Map.of("deliveryOutcome", "delivered")))
			.hasMessageContaining("Falta la fecha");
		this.people.complete(number, SELLER, PREPARE,
				Map.of("deliveryOutcome", "delivered", "deliveredOn", "2/12/2026"));

		assertThat(this.people.left(number)).isEmpty();
		assertThat(this.followUps.of(number)).singleElement().satisfies((call) -> {
			assertThat(call.state()).isEqualTo(FollowUpState.PLANNED);
			assertThat(call.dueAt()).isBetween(Instant.parse("2026-12-17T00:00:00Z"),
					Instant.parse("2026-12-19T00:00:00Z"));
		});
		CaseDriver.travelTo(this.followUps.of(number).get(0).dueAt());
		this.start.run();
		assertThat(this.people.task(number, CALL).getAssignee()).as("who sold it").isEqualTo(SELLER);
		assertThat((String) this.engine.getTaskService()
			.getVariableLocal(this.people.task(number, CALL).getId(), "followUpStory")).contains("900,00 EUR");
		this.people.complete(number, SELLER, CALL, Map.of("followUpOutcome", "spoken", "followUpRight", "yes",
				"followUpWanted", "yes", "followUpNote", "Va bien."));
		assertThat(happened(number)).contains("Llamada de seguimiento: está bien y hace lo que quería. Va bien.");
		assertThat(this.people.left(number)).isEmpty();
	}

	@Test
	@DisplayName("Who is erased while something is delivered to their company stands in no task of it, and it goes on to its end")
	void erased() {
		CaseNumber number = asked();
		String name = "Berta " + UUID.randomUUID().toString().substring(0, 8);
		String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@talleres.example";
		this.work.profile(number, new UserId(SELLER),
				new Profile(null, name, null, null, address, null, null, null, null));
		finish(number, "900");
		assertThat(story(number, PREPARE)).contains(name, address);

		this.erasure.erase(address, Set.of(), "operator");

		assertThat(story(number, PREPARE)).doesNotContain(name, address).contains("900,00 EUR");
		this.people.complete(number, SELLER, PREPARE,
				Map.of("deliveryOutcome", "delivered", "deliveredOn", "2/12/2026"));
		assertThat(this.people.left(number)).isEmpty();
	}

	private String story(CaseNumber number, String task) {
		return (String) this.engine.getTaskService()
			.getVariableLocal(this.people.task(number, task).getId(), "deliveryStory");
	}

	@Test
	@DisplayName("A large sale is delivered by those whom the table names")
	void large() {
		assertThat(this.people.groups(won("10.000"), PREPARE)).containsExactly("supervisors");
	}

	@Test
	@DisplayName("The card says what we know already: a customer, and what was lost to whom and why")
	void known() {
		CaseNumber number = asked();
		assertThat(card(number)).doesNotContain("Lo que ya sabemos");
		this.people.complete(number, SELLER, REQUESTED, Map.of("nextStage", "RIVAL", "lossReason", "PRICE", "lesson",
				"Ofertar antes.", "competitor", "Rápidos, S. L.", "weakPoints", "Tardamos.", "analyst", "gerente"));
		CaseNumber again = this.people.start("opportunity", SELLER,
				Map.of("party", this.pursuits.get(number).partyName(), "request", "Cinco licencias", "capture", "WEB"));
		assertThat(card(again)).contains("Lo que ya sabemos")
			.contains("Se perdió " + number)
			.contains("Le parece caro (se lo llevó Rápidos, S. L.). Se aprendió: Ofertar antes.");
		finish(again, "900");
		assertThat(card(again)).contains("Ya es cliente.");
	}

	private String card(CaseNumber number) {
		return this.cards.stream()
			.filter((source) -> source.knows(number))
			.findFirst()
			.orElseThrow()
			.card(CardTask.page(number))
			.toString();
	}

	private CaseNumber won(String amount) {
		CaseNumber number = asked();
		finish(number, amount);
		return number;
	}

	private void finish(CaseNumber number, String amount) {
		this.people.complete(number, SELLER, REQUESTED, Map.of("nextStage", "ANALYSIS"));
		this.people.complete(number, SELLER, "userTask_workOpportunityAnalysis",
				Map.of("nextStage", "PROPOSED", "quoteReference", "OF-9"));
		this.people.complete(number, SELLER, "userTask_workOpportunityProposed", Map.of("nextStage", "NEGOTIATING"));
		this.people.complete(number, SELLER, "userTask_workOpportunityNegotiating",
				Map.of("nextStage", "WON", "amount", amount, "currency", "EUR"));
		assertThat(standing(number).kind()).isEqualTo(StageKind.WON);
	}

}
