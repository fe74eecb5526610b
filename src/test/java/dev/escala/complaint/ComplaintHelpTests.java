package dev.escala.complaint;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import dev.escala.card.CardSection.Section;
import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.complaint.answer.ComplaintPoints;
import dev.escala.complaint.answer.PointDecision;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.complaint.decision.ComplaintDecisions;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.LegalDeadlines;
import dev.escala.complaint.regime.Sector;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("What helps whoever takes, decides and supervises complaints")
class ComplaintHelpTests extends ComplaintStory {

	private static final String FIND = "userTask_findNorm";

	@Autowired
	private Cards cards;

	@Autowired
	private ComplaintPoints points;

	@Autowired
	private ComplaintDecisions decisions;

	@Autowired
	private LegalDeadlines deadlines;

	@Autowired
	private Clock clock;

	@Test
	@DisplayName("No norm is known: it runs on the organisation's own term, and supervision is asked once; what was found stands in its history")
	void withoutNorm() {
		CaseNumber number = ready("notConsumer", true);
		assertThat(binding(number).code()).isEqualTo("OWN");

		assertThat(this.people.groups(number, FIND)).containsExactly("supervisors");
		assertThat(this.engine.getTaskService().getVariable(this.people.task(number, FIND).getId(), "normStory"))
			.isEqualTo("Reclama quien no es consumidor, por «otra cosa»; la organización es del sector «otro».");
		assertThatThrownBy(() -> this.people.complete(number, "supervisor", FIND, Map.of("normNote", " ")))
			.hasMessageContaining("qué norma se aplica");
		this.people.complete(number, "supervisor", FIND, Map.of("normNote", "Ninguna: lo dice el contrato, 15 días."));
		assertThat(happened(number)).contains("Norma buscada: Ninguna: lo dice el contrato, 15 días.");
		decide(number);
		assertThat(this.people.tasks(number)).as("asked once").doesNotContain(FIND);
		this.progress.withdraw(number, new UserId(AGENT), "Ya no.");

		CaseNumber withNorm = presented();
		assertThat(this.people.tasks(withNorm)).doesNotContain(FIND);
		CaseNumber over = presented("notConsumer", true);
		assertThat(this.people.tasks(over)).contains(FIND);
		this.progress.withdraw(over, new UserId(AGENT), "Ya no.");
		assertThat(this.people.tasks(over)).as("nobody looks for it any more").isEmpty();
	}

	@Test
	@DisplayName("A bank's customer who calls is helped to write; no recording is kept without an express yes (Ley 44/2002, art. 29 ter; Ley 10/2025, art. 12.1)")
	void byTelephone() {
		assertThatThrownBy(() -> read(Sector.FINANCE, null, null)).isInstanceOf(InvalidInputException.class)
			.hasMessageContaining("se reclama por escrito")
			.hasMessageContaining("/reclamar");
		assertThat(read(Sector.TELECOM, null, null).recordingConsent()).isFalse();
		assertThatThrownBy(() -> read(Sector.TELECOM, "llamada-7", null)).hasMessageContaining("permiso expreso");
		assertThat(read(Sector.TELECOM, "llamada-7", true).recordingConsent()).isTrue();
	}

	private Statement read(Sector sector, String recording, Boolean consent) {
		return Statement.read(
				new Statement.Input("QUEJAS", null, null, null, "Me cobran de más.", null, "md", null, null, null, null,
						"PHONE", null, null, null, true, recording, consent, null),
				null, new ComplaintLaw("es", null, sector, true, null), this.deadlines, this.clock);
	}

	@Test
	@DisplayName("The card says how to talk to the customer first: who is 65 or older is called (Ley 10/2025, art. 10.6)")
	void firstChannel() {
		CaseNumber number = presented();
		assertThat(section(number, "Cómo hablarle primero")).startsWith("Por escrito. ");
		this.people.run(number, "serviceTask_acknowledgeComplaint");
		this.people.complete(number, HANDLER, CLASSIFY, classified("senior", true));

		assertThat(section(number, "Cómo hablarle primero")).isEqualTo(
				"Por teléfono. Con 65 años o más se atiende por teléfono y con prioridad (Ley 10/2025, arts. 3.13 y 10.6).");
	}

	@Test
	@DisplayName("Whoever refuses what another was granted is told so, and the reader of the letter too (Ley 44/2002, art. 29 septies)")
	void similar() {
		String words = "El camión de la mudanza rompió un espejo veneciano del recibidor al girar la escalera.";
		CaseNumber granted = decided("description", words);
		answer(granted);
		CaseNumber other = ready("description", "La panadería cerró a mediodía sin avisar a nadie del barrio entero.");
		CaseNumber number = ready("description", words.replace("veneciano", "antiguo"));
		assertThat(section(number, "Parecidas que ya se respondieron")).contains(granted.value())
			.doesNotContain(other.value());
		this.people.complete(number, HANDLER, INVESTIGATE, Map.of("finding", "Ya estaba roto.", "fault", "NONE"));
		assertThat(this.decisions.preview(number).remarks()).noneMatch((one) -> one.contains(granted.value()));

		this.points.rule(number, new UserId(HANDLER), this.points.list(number).get(0).id(), null,
				new PointDecision(PointRuling.REFUSED,
						"El espejo ya estaba roto al llegar, como se ve en la foto de las 9:10.", "Contrato, 4"));

		assertThat(this.decisions.preview(number).remarks())
			.anyMatch((one) -> one.contains(granted.value()) && one.contains("en qué es distinto"));
	}

	private String section(CaseNumber number, String title) {
		List<Section> sections = this.cards.find(CardTask.page(number)).orElseThrow().sections();
		return sections.stream()
			.filter((one) -> one.title().equals(title))
			.map(Section::text)
			.findFirst()
			.orElse("(no está)");
	}

}
