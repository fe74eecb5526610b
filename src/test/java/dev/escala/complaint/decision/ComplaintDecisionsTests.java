package dev.escala.complaint.decision;

import java.math.BigDecimal;
import java.util.List;

import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.answer.DecisionFacts;
import dev.escala.complaint.answer.DecisionLetter;
import dev.escala.complaint.answer.LetterLanguage;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.complaint.remedy.Fault;
import dev.escala.complaint.remedy.GrantRemedy;
import dev.escala.complaint.remedy.RemedyKind;
import dev.escala.complaint.remedy.RemedyRequest;
import dev.escala.letter.LetterText;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decisions;
import dev.escala.routing.RecordedDecision;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The letter that decides a complaint begins with the apology that fits")
class ComplaintDecisionsTests extends PointStory {

	@Autowired
	private Decisions tables;

	@Autowired
	private GrantRemedy granting;

	@Test
	@DisplayName("Our own fault is admitted first, why is recorded, and what was granted is named (004-25, 004-47, 004-60)")
	void admits() {
		CaseNumber number = investigated(Fault.OURS);
		rule(number, point(number, "Me cobraron dos veces"), PointRuling.GRANTED, "Se anula el cobro del día 9.");
		this.granting.grant(number, AGENT,
				new RemedyRequest(RemedyKind.VOUCHER, new BigDecimal("20"), "Un bono de\n20 €", "Por la espera", null));

		assertThat(this.decisions.preview(number).text()).startsWith(
				"Tiene usted razón: fue un error nuestro, y lo sentimos.\n\nEsta es la resolución de su reclamación "
						+ number + ": se acepta entera.\n\n1. «Me cobraron dos veces»")
			.contains("Lo que recibe usted:\n- Un bono de 20 €");
		assertThat(apologies(number)).as("whoever looks leaves no trace").isZero();
		assertThat(this.decisions.facts(number).opening()).startsWith("Tiene usted razón");
		assertThat(apologies(number)).isEqualTo(1);
	}

	private long apologies(CaseNumber number) {
		return this.tables.recorded(number)
			.stream()
			.map(RecordedDecision::decision)
			.filter("complaintApology"::equals)
			.count();
	}

	@Test
	@DisplayName("A letter that does not begin so, or mixes both apologies, is not written (004-23, 004-25, 004-47)")
	void refused() {
		CaseNumber number = investigated(Fault.OURS);
		long point = point(number, "Me cobraron dos veces");
		rule(number, point, PointRuling.GRANTED, "Sentimos las molestias. Se anula el cobro del día 9.");
		assertThat(this.decisions.preview(number).remarks()).anyMatch((one) -> one.contains("Mezcla dos disculpas"));
		assertThatThrownBy(() -> written(number, ComplaintOutcome.PUT_RIGHT)).isInstanceOf(InvalidInputException.class)
			.hasMessageContaining("Mezcla dos disculpas");
		assertThat(resolutions(number)).isEmpty();

		rule(number, point, PointRuling.GRANTED, "Se anula el cobro del día 9.");
		long id = this.letter.write(number, AGENT, this.decisions.facts(number), DecisionLetter.Checks.NONE);
		String whole = this.letters.get(number, id).latest().text();
		this.jdbc.sql("UPDATE customer_letter SET status = 'SENT_BACK' WHERE id = ?").param(id).update();
		String silent = whole.substring(whole.indexOf("Esta es la resolución"));
		assertThatThrownBy(
				() -> this.letters.correct(number, id, AGENT, new LetterText("decision", silent, null, false, false)))
			.hasMessageContaining(
					"Empiece por la disculpa y lo que se decide: «Tiene usted razón: fue un error nuestro");
	}

	@Test
	@DisplayName("An English complaint is answered in English, with facts of the complaint (004-23)")
	void english() {
		CaseNumber number = investigated(Fault.POLICY, "language", "en", "notConsumer", true);
		rule(number, point(number, "Charged twice"), PointRuling.GRANTED, "The charge of the 9th is cancelled.");

		DecisionFacts facts = this.decisions.facts(number);

		assertThat(facts.language()).isEqualTo(LetterLanguage.EN);
		assertThat(facts.country()).isEqualTo("es");
		assertThat(facts.consumer()).isFalse();
		assertThat(this.decisions.preview(number).text())
			.startsWith("We are sorry for the trouble that this rule has caused you.\n\nThis is the decision");
	}

	@Test
	@DisplayName("While nobody knows whose fault it was, the author reads that the first sentence will change (004-25)")
	void unknown() {
		CaseNumber number = presented();
		rule(number, point(number, "Me cobraron dos veces"), PointRuling.GRANTED, "Se anula el cobro del día 9.");

		assertThat(this.decisions.preview(number).remarks()).anyMatch((one) -> one.contains("de quién fue el fallo"));
		assertThat(this.decisions.preview(investigated(Fault.OURS)).remarks()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("No opening of the table mixes apologies with the sentences of the letter, whatever is decided (004-23)")
	void neverMixed(Fault fault) {
		for (String language : List.of("es", "en")) {
			for (PointRuling ruling : PointRuling.values()) {
				CaseNumber number = investigated(fault, "language", language);
				rule(number, point(number, "La cuota"), ruling, "F-1, 3/10.");
				assertThat(this.decisions.preview(number).remarks()).as(language + ruling)
					.noneMatch((one) -> one.contains("Mezcla"));
			}
		}
	}

}
