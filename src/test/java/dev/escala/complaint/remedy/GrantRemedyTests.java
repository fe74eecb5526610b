package dev.escala.complaint.remedy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.complaint.classification.ReasonGroup;
import dev.escala.complaint.remedy.GrantedRemedy.Basis;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decisions;
import dev.escala.routing.RecordedDecision;
import dev.escala.support.AtOnce;
import dev.escala.support.CaseDriver;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("What a customer is granted: in advance by the table, or within somebody's limit")
class GrantRemedyTests extends RemedyStory {

	@Autowired
	private GrantRemedy granting;

	@Autowired
	private Remedies remedies;

	@Autowired
	private Decisions decisions;

	@Test
	@DisplayName("What the table proposes needs no reason and no limit, once in a matter (004-60)")
	void standard() {
		CaseNumber number = complained(Severity.CRITICAL, Fault.OURS, ReasonGroup.OPERATIONAL);

		assertThat(this.granting.grant(number, AGENT, remedy("VOUCHER", "100", null))).isEqualTo(Basis.STANDARD);

		assertThat(this.remedies.granted(number)).singleElement().satisfies((one) -> {
			assertThat(one.amount()).isEqualByComparingTo("100");
			assertThat(one.currency()).isEqualTo("EUR");
			assertThat(one.reason()).isNull();
			assertThat(one.grantedBy()).isEqualTo(AGENT);
			assertThat(one.grantedAt()).isEqualTo(MONDAY_AT_TEN);
		});
		assertThat(happened(number)).last().asString().contains("lo propone la tabla", "Vale, 100 €: Lo que recibe");
		assertThat(this.decisions.recorded(number)).extracting(RecordedDecision::decision)
			.contains("complaintRemedies");
		assertThatThrownBy(() -> this.granting.grant(number, AGENT, remedy("VOUCHER", "20", null)))
			.isInstanceOf(InvalidInputException.class)
			.hasMessageContaining("diga por qué");
	}

	@Test
	@DisplayName("Anything else needs a reason, which is kept (004-22)")
	void discretion() {
		CaseNumber number = complained(Severity.LOW, Fault.POLICY, ReasonGroup.OPERATIONAL);

		assertThatThrownBy(() -> this.granting.grant(number, AGENT, remedy("VOUCHER", "20", null)))
			.isInstanceOf(InvalidInputException.class)
			.hasMessageContaining("diga por qué");
		assertThat(this.remedies.granted(number)).isEmpty();

		assertThat(this.granting.grant(number, AGENT, remedy("VOUCHER", "20", "Lleva diez años")))
			.isEqualTo(Basis.DISCRETION);
		assertThat(this.remedies.granted(number)).singleElement()
			.extracting(GrantedRemedy::reason)
			.isEqualTo("Lleva diez años");
		assertThat(this.decisions.recorded(number)).extracting(RecordedDecision::decision)
			.contains("complaintRemedyLimits");
	}

	@Test
	@DisplayName("The limit is one of the matter, not of the click, and each group has its own (004-22)")
	void limits() {
		CaseNumber number = complained(Severity.MODERATE, Fault.UNKNOWN, ReasonGroup.FINANCIAL);
		this.granting.grant(number, AGENT, remedy("REFUND", "49.50", "Lo pagó dos veces"));

		assertThatThrownBy(() -> this.granting.grant(number, AGENT, remedy("REFUND", "0.51", "Y los portes")))
			.isInstanceOf(ConflictException.class)
			.hasMessageContaining("Usted puede conceder hasta 50 €")
			.hasMessageContaining("con esto serían 50,01 €")
			.hasMessageContaining("Prepare un compromiso");
		assertThat(this.remedies.granted(number)).hasSize(1);

		this.granting.grant(number, HANDLER, remedy("REFUND", "100.50", "El resto"));
		assertThatThrownBy(() -> this.granting.grant(number, HANDLER, remedy("REFUND", "0.01", "Un céntimo")))
			.hasMessageContaining("hasta 150 €");
		this.granting.grant(number, SUPERVISOR, remedy("REFUND", "350", "Todo"));
		assertThat(this.remedies.granted(number)).extracting(GrantedRemedy::basis).containsOnly(Basis.DISCRETION);
	}

	@Test
	@DisplayName("Beyond the limit a commitment allows it that somebody decided on, once and for its customer (004-22)")
	void commitment() {
		CaseNumber number = complained(Severity.HIGH, Fault.POLICY, ReasonGroup.FINANCIAL);
		CaseNumber undecided = this.people.start("commitment", SALES,
				Map.of("party", "REQ", "commitmentText", "Devolver 900 euros", "situations", List.of()));
		assertThatThrownBy(() -> this.granting.grant(number, AGENT, by(undecided)))
			.hasMessageContaining("«preparado»: no autoriza nada");
		this.people.complete(undecided, SALES, "userTask_commit",
				Map.of("commitAnswer", "commit", "toldText", "Se lo devolvemos"));
		assertThatThrownBy(() -> this.granting.grant(number, AGENT, by(undecided)))
			.hasMessageContaining("sin que nadie lo decidiera");
		assertThatThrownBy(() -> this.granting.grant(number, AGENT, by(decided("DELTA"))))
			.hasMessageContaining("es de Manufacturas Delta");
		assertThatThrownBy(() -> this.granting.grant(number, AGENT, by(new CaseNumber("COM-2020-000001"))))
			.hasMessageContaining("No hay ningún compromiso");

		CaseNumber decided = decided("REQ");
		assertThat(this.granting.grant(number, AGENT, by(decided))).isEqualTo(Basis.AUTHORISED);
		assertThat(this.remedies.granted(number)).singleElement()
			.extracting(GrantedRemedy::commitment)
			.isEqualTo(decided);
		assertThatThrownBy(() -> this.granting.grant(number, AGENT, by(decided)))
			.hasMessageContaining("ya autorizó otra");
	}

	private CaseNumber decided(String party) {
		CaseNumber request = acknowledged("party", party);
		this.people.complete(request, PRODUCT, ANSWER, decision("GRANTED"));
		CaseNumber commitment = this.people.start("commitment", SALES, Map.of("party", party, "commitmentText",
				"Devolver 900 euros", "situations", List.of("SCOPE_BEYOND"), "request", request.value()));
		this.people.complete(commitment, SALES, "userTask_commit",
				Map.of("commitAnswer", "commit", "toldText", "Se lo devolvemos"));
		return commitment;
	}

	private static RemedyRequest by(CaseNumber commitment) {
		return RemedyRequest.of(new RemedyRequest.Input("REFUND", new BigDecimal("900"), null, "La devolución",
				"Lo decidió Producto", commitment.value()));
	}

	@RepeatedTest(5)
	@DisplayName("Two grants at the same moment do not pass the limit together (004-22)")
	void grantsAtOnce() throws Exception {
		CaseNumber number = complained(Severity.LOW, Fault.POLICY, ReasonGroup.OPERATIONAL);

		List<String> came = AtOnce.call(() -> tried(number, AGENT, "VOUCHER", "30"),
				() -> tried(number, AGENT, "VOUCHER", "30"));

		assertThat(came).containsExactlyInAnyOrder("DISCRETION", "ConflictException");
		assertThat(this.remedies.granted(number)).hasSize(1);
	}

	@RepeatedTest(5)
	@DisplayName("Two small extras at the same moment, of two matters, do not overspend the month (004-56)")
	void extrasAtOnce() throws Exception {
		UserId person = new UserId("detallista-" + System.nanoTime());
		this.people.person(person.value(), Role.AGENTS);
		CaseNumber one = complained(Severity.LOW, Fault.NONE, ReasonGroup.OPERATIONAL);
		CaseNumber other = complained(Severity.LOW, Fault.NONE, ReasonGroup.OPERATIONAL);
		for (int i = 0; i < 5; i++) {
			tried(one, person, "EXTRA", "10");
		}

		List<String> came = AtOnce.call(() -> tried(one, person, "EXTRA", "6"),
				() -> tried(other, person, "EXTRA", "6"));

		assertThat(came).containsExactlyInAnyOrder("EXTRA", "ConflictException");
	}

	private String tried(CaseNumber number, UserId user, String kind, String amount) {
		try {
			return this.granting.grant(number, user, remedy(kind, amount, "Por las molestias")).name();
		}
		catch (ConflictException ex) {
			return ex.getClass().getSimpleName();
		}
	}

	@Test
	@DisplayName("An extra is small, comes from the person's budget of the month, and the next month begins anew (004-56)")
	void extras() {
		UserId person = new UserId("detallista");
		this.people.person(person.value(), Role.AGENTS);
		CaseNumber number = complained(Severity.LOW, Fault.NONE, ReasonGroup.OPERATIONAL);

		assertThatThrownBy(() -> this.granting.grant(number, person, remedy("EXTRA", "10.01", null)))
			.hasMessageContaining("Un detalle vale como mucho 10 €");
		for (int i = 0; i < 6; i++) {
			assertThat(this.granting.grant(number, person, remedy("EXTRA", "10", null))).isEqualTo(Basis.EXTRA);
		}
		assertThatThrownBy(() -> this.granting.grant(number, person, remedy("EXTRA", "1", null)))
			.isInstanceOf(ConflictException.class)
			.hasMessageContaining("Este mes le quedan 0 € para detalles, de 60 €");

		// The last minute of November in Madrid, and the first of December.
		CaseDriver.travelTo(Instant.parse("2026-11-30T22:59:59Z"));
		assertThatThrownBy(() -> this.granting.grant(number, person, remedy("EXTRA", "1", null)))
			.isInstanceOf(ConflictException.class);
		CaseDriver.travelTo(Instant.parse("2026-11-30T23:00:00Z"));
		assertThat(this.granting.grant(number, person, remedy("EXTRA", "10", null))).isEqualTo(Basis.EXTRA);
	}

	@Test
	@DisplayName("Nobody grants anything where it is over, or whose groups grant nothing (004-22)")
	void refused() {
		CaseNumber over = complained(Severity.LOW, Fault.OURS, ReasonGroup.OPERATIONAL);
		this.kind.close(over);
		CaseNumber open = complained(Severity.LOW, Fault.OURS, ReasonGroup.OPERATIONAL);

		assertThatThrownBy(() -> this.granting.grant(over, SUPERVISOR, remedy("APOLOGY", "0", null)))
			.isInstanceOf(ConflictException.class)
			.hasMessageContaining(over + " está cerrada");
		assertThatThrownBy(
				() -> this.granting.grant(open, new UserId("problemas"), remedy("VOUCHER", "1", "Por las molestias")))
			.isInstanceOf(ConflictException.class)
			.hasMessageContaining("Sus grupos no conceden nada");
	}

}
