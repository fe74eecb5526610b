package dev.escala.escalation.process;

import java.util.List;
import java.util.Map;

import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.course.CaseFile;
import dev.escala.escalation.course.EndCase;
import dev.escala.escalation.course.OpenDetails;
import dev.escala.lessons.Lesson;
import dev.escala.lessons.Lessons;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.rootcause.RcaRequests;
import dev.escala.support.Forms;
import dev.escala.support.InternalTexts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class CloseStories extends EscalationStory {

	@Autowired
	private OpenDetails open;

	private static final String CHECK = "userTask_checkClosing";

	private static final String REVIEW = "userTask_reviewCustomerRca";

	@Autowired
	private EndCase endings;

	@Autowired
	private CaseFile file;

	@Autowired
	private RcaRequests rcaRequests;

	@Autowired
	private Lessons lessons;

	@Test
	@DisplayName("Closing is refused while a linked case or an issue of the customer is open, naming each (001-14, 001-28)")
	void refusedWhileSomethingIsOpen() {
		CaseNumber other = reported(moderate());
		CaseNumber number = closing(Forms.with(moderate(), "customerIssues", "Falta el abono\nY una disculpa",
				"linkedRecords", other.value()));

		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", CHECK, Forms.closing()))
			.hasMessageContaining("asunto del cliente «Falta el abono»")
			.hasMessageContaining("asunto del cliente «Y una disculpa»")
			.hasMessageContaining("registro vinculado «" + other + "»");
		List<String> offered = this.people.offered(number, CHECK, "openItems");
		assertThat(offered).hasSize(2);
		assertThatThrownBy(
				() -> this.people.complete(number, "tecnologia", CHECK, Forms.closing("settledItems", offered)))
			.hasMessageContaining(other.value())
			.hasMessageNotContaining("Falta el abono");
		assertThat(this.open.list(number)).hasSize(3);
		assertThat(this.lessons.lessons(number)).isEmpty();
		this.endings.withdraw(other, new UserId("agente"), "Ya no hace falta.");
		this.people.run(other, "serviceTask_announceWithdrawal");
		this.people.complete(number, "tecnologia", CHECK, Forms.closing("settledItems", offered));
		this.people.run(number, "serviceTask_closeCase");

		assertEnded(number, Outcome.CLOSED_WITHOUT_RCA, "event_endClosedWithoutRca");
		assertThat(this.lessons.lessons(number)).extracting(Lesson::text)
			.containsExactly(InternalTexts.kept("Vigilar la cola."));
		assertThatCase(number).hasNotPassed("event_openMatters");
	}

	@Test
	@DisplayName("A severe case needs an RCA, which is corrected, done again, approved and mailed before it is closed (001-29, 001-32)")
	void severeNeedsRca() {
		CaseNumber number = analysing(severe());
		assertThat(this.people.tasks(number)).containsExactly("userTask_writeInternalRca");
		assertThat(returned(number, "userTask_writeInternalRca")).isEmpty();

		this.people.complete(number, "problemas", "userTask_writeInternalRca", Forms.analysis("Se llenó el disco."));
		this.people.run(number, "serviceTask_composeCustomerRca");
		this.people.complete(number, "gerente", REVIEW, Map.of("rcaReview", "correct", "reviewNote", "Más breve."));
		assertThat(returned(number, "userTask_correctCustomerRca")).containsExactly("gerente",
				InternalTexts.kept("Más breve."));
		this.people.complete(number, "problemas", "userTask_correctCustomerRca",
				Map.of("customerRcaText", "El disco se llenó."));
		this.people.complete(number, "gerente", REVIEW, Map.of("rcaReview", "redo", "reviewNote", "No es la raíz."));
		assertThat(returned(number, "userTask_writeInternalRca")).containsExactly("gerente",
				InternalTexts.kept("No es la raíz."));
		analyse(number);
		assertThat(told(number, "rca")).containsExactly("compras@norte.example");
		this.people.run(number, "serviceTask_closeCase");

		assertEnded(number, Outcome.CLOSED, "event_endClosed");
		assertThatCase(number).hasNotPassed("event_endClosedWithoutRca", "event_openMatters");
		assertThat(told(number, "closed")).containsExactly("compras@norte.example");
		assertThat(this.people.times(number, "userTask_writeInternalRca")).isEqualTo(2);
	}

	@Test
	@DisplayName("Who closes a case may ask for the RCA that its severity does not require (001-29)")
	void rcaRequestedAtClosing() {
		CaseNumber number = closing(moderate());

		this.people.complete(number, "tecnologia", CHECK, Forms.closing("rcaRequested", true));
		analyse(number);
		this.people.run(number, "serviceTask_closeCase");

		assertEnded(number, Outcome.CLOSED, "event_endClosed");
		assertThat(this.escalations.get(number).rcaRequested()).isTrue();
	}

	@Test
	@DisplayName("An RCA that a manager asked for while the case ran is done when it closes")
	void rcaRequestedBefore() {
		CaseNumber number = working(moderate());

		this.people.as("gerente", () -> this.rcaRequests.request(number, "Se repite."));
		resolve(number, "tecnologia");
		this.people.complete(number, "tecnologia", CHECK, Forms.closing());

		assertThat(this.people.tasks(number)).containsExactly("userTask_writeInternalRca");
		analyse(number);
		this.people.run(number, "serviceTask_closeCase");
		assertEnded(number, Outcome.CLOSED, "event_endClosed");
	}

	@Test
	@DisplayName("What comes up while the RCA is written brings closing back, and the RCA is not done twice")
	void openedDuringTheRca() {
		CaseNumber number = analysing(severe());
		this.file.addDetails(number, new UserId("agente"), CaseDetail.Kind.CUSTOMER_ISSUE, List.of("Falta el abono"));

		analyse(number);
		this.people.run(number, "serviceTask_closeCase");
		assertThat(this.people.tasks(number)).containsExactly(CHECK);
		assertThatCase(number).hasPassed("event_openMatters").hasNotPassed("event_caseClosed");
		assertThat(told(number, "closed")).isEmpty();
		this.people.complete(number, "tecnologia", CHECK,
				Forms.closing("settledItems", this.people.offered(number, CHECK, "openItems")));
		assertThat(this.people.tasks(number)).isEmpty();
		this.people.run(number, "serviceTask_closeCase");

		assertEnded(number, Outcome.CLOSED, "event_endClosed");
		assertThat(this.people.times(number, "callActivity_rootCauseAnalysis")).isEqualTo(1);
		assertThat(told(number, "rca")).hasSize(1);
	}

}
