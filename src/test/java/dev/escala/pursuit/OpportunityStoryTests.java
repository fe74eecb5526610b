package dev.escala.pursuit;

import java.util.Map;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.matter.Matters;
import dev.escala.pursuit.loss.Losses;
import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
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
@DisplayName("The stories of an opportunity; together they pass every node and every flow of its process")
class OpportunityStoryTests extends PursuitStory {

	private static final String ANALYSIS = "userTask_workOpportunityAnalysis";

	private static final String PROPOSED = "userTask_workOpportunityProposed";

	private static final String NEGOTIATING = "userTask_workOpportunityNegotiating";

	@Autowired
	private Losses losses;

	@Autowired
	private Customers customers;

	@Autowired
	private Matters matters;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("opportunities");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "opportunity")).isEmpty();
		assertThat(coverage.notPassed(engine, "lossAnalysis")).isEmpty();
	}

	@Test
	@DisplayName("Analysed, quoted, followed up, negotiated, won; whoever buys is a customer with the same history (002-11 to 002-15)")
	void won() {
		CaseNumber number = asked();
		assertThat(number.value()).matches("OPO-2026-\\d{6}");
		assertThatThrownBy(() -> this.people.start("opportunity", SELLER,
				Map.of("party", this.pursuits.get(number).partyName(), "request", "DIEZ licencias", "capture", "WEB")))
			.hasMessageContaining("ya se está siguiendo en " + number);
		this.people.complete(number, SELLER, REQUESTED, Map.of("nextStage", "ANALYSIS"));
		assertThatThrownBy(() -> this.people.complete(number, SELLER, ANALYSIS, Map.of("nextStage", "PROPOSED")))
			.hasMessageContaining("Falta la referencia de la oferta");
		this.people.complete(number, SELLER, ANALYSIS, Map.of("nextStage", "PROPOSED", "quoteReference", "OF-17"));
		this.people.complete(number, SELLER, PROPOSED,
				Map.of("nextStage", "PROPOSED", "progressNote", "La mira el comité el lunes."));
		assertThat(happened(number)).contains("Sigue en «En propuesta»: La mira el comité el lunes.");
		this.people.complete(number, SELLER, PROPOSED, Map.of("nextStage", "NEGOTIATING"));
		Map<String, Object> won = Map.of("nextStage", "WON", "amount", "12.500,50", "currency", "EUR");
		assertThatThrownBy(() -> this.people.complete(number, SELLER, NEGOTIATING, Map.of("nextStage", "WON")))
			.hasMessageContaining("Falta el importe")
			.hasMessageContaining("Falta la moneda");
		assertThatThrownBy(() -> this.people.complete(number, SELLER, NEGOTIATING, Forms.with(won, "amount", "12.5")))
			.hasMessageContaining("«12.5» no es un importe");
		assertThatThrownBy(() -> this.people.complete(number, SELLER, NEGOTIATING, Forms.with(won, "currency", "EUX")))
			.hasMessageContaining("No se conoce la moneda «EUX»");
		this.people.complete(number, SELLER, NEGOTIATING, won);

		Pursuit pursuit = this.pursuits.get(number);
		assertThat(this.people.tasks(number)).containsExactly("userTask_prepareDelivery");
		assertThat(pursuit.standing().kind()).isEqualTo(StageKind.WON);
		assertThat(pursuit.deal().amount()).isEqualByComparingTo("12500.50");
		assertThat(pursuit.deal().quote()).isEqualTo("OF-17");
		Customer customer = this.customers.find(pursuit.customerId()).orElseThrow();
		assertThat(customer.name()).isEqualTo(pursuit.partyName());
		assertThat(this.pursuits.of(pursuit.partyKind(), pursuit.partyId())).extracting(Pursuit::customerId)
			.containsOnly(customer.id());
		assertThat(this.matters.openOf(customer.id())).as("the prospect is still pursued").hasSize(1);
	}

	@Test
	@DisplayName("Lost to a competitor: who, what was weak and who analyses it, one by one (002-17, 002-18, 004-66)")
	void lostToACompetitor() {
		CaseNumber number = asked();
		Map<String, Object> lost = Map.of("nextStage", "RIVAL", "lossReason", "PRICE", "lesson", "Ofertar antes.",
				"competitor", "Rápidos, S. L.", "weakPoints", "Tardamos tres semanas.", "analyst", "gerente");
		for (String owed : new String[] { "lossReason", "lesson", "competitor", "weakPoints", "analyst" }) {
			assertThatThrownBy(() -> this.people.complete(number, SELLER, REQUESTED, Forms.with(lost, owed, " ")))
				.as(owed)
				.hasMessageContaining("Falta");
		}
		assertThatThrownBy(() -> this.people.complete(number, SELLER, REQUESTED, Forms.with(lost, "analyst", "nadie")))
			.hasMessageContaining("No hay ninguna persona con el usuario «nadie»");
		assertThat(standing(number).stage()).isEqualTo("REQUESTED");
		this.people.complete(number, SELLER, REQUESTED, lost);

		assertThat(this.people.tasks(number)).containsExactly("userTask_analyseLoss");
		assertThat(this.people.task(number, "userTask_analyseLoss").getAssignee()).isEqualTo("gerente");
		this.people.complete(number, "gerente", "userTask_analyseLoss", Map.of("lossCause",
				"Nadie prepara ofertas los viernes.", "lossChange", "Una guardia para las ofertas."));
		assertThat(this.people.left(number)).isEmpty();
		assertThat(this.losses.find(number).orElseThrow().analysis().change())
			.isEqualTo("Una guardia para las ofertas.");
	}

	@Test
	@DisplayName("Lost to nobody: the reason and the lesson, and nobody else to name (002-16, 002-18)")
	void lost() {
		CaseNumber number = asked();
		assertThatThrownBy(() -> this.people.complete(number, SELLER, REQUESTED, Map.of("nextStage", "LOST")))
			.hasMessageContaining("Falta por qué se pierde");
		this.people.complete(number, SELLER, REQUESTED,
				Map.of("nextStage", "LOST", "lossReason", "NO_BUDGET", "lesson", "Preguntar antes por el dinero."));

		assertThat(this.people.left(number)).isEmpty();
		assertThat(this.losses.find(number).orElseThrow().said().rival()).isNull();
	}

}
