package dev.escala.escalation.process;

import java.util.List;
import java.util.Map;

import dev.escala.clock.PauseMatter;
import dev.escala.clock.ServiceClock;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.Outcome;
import dev.escala.letter.AskCustomer;
import dev.escala.letter.LetterText;
import dev.escala.letter.WriteToCustomer;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class CallStories extends EscalationStory {

	private static final String CALL = "userTask_callCustomer";

	private static final String REACH = "userTask_reachCustomers";

	private static final UserId OWNER = new UserId("tecnologia");

	@Autowired
	private Customers registered;

	@Autowired
	private Timeline timeline;

	@Autowired
	private WriteToCustomer writing;

	@Autowired
	private AskCustomer asking;

	@Autowired
	private PauseMatter pauses;

	@BeforeEach
	void givenACustomerWithoutAddress() {
		if (this.registered.findByCode("TEL").isEmpty()) {
			this.registered.create(new SaveCustomer("TEL", "Bodegas Tel", Tier.STANDARD, "es",
					List.of(new Customer.Contact("Ana Ruiz", null, "600 123 456", true)), List.of()));
		}
	}

	@Test
	@DisplayName("A customer without an address is called with each message that others get by mail, until the last (001-19, 001-20)")
	void calledAtEachStep() {
		CaseNumber number = told();
		assertThat(form(number, "callWho")).isEqualTo("Bodegas Tel: Ana Ruiz, 600 123 456");
		assertThat(form(number, "callText")).contains("Nuestro plan de acción",
				"Hemos encontrado la causa y mañana reenviamos las facturas.", "- Revisar la cola de salida");
		Task first = this.people.task(number, CALL);
		assertThat(first.getAssignee()).isEqualTo("tecnologia");
		assertThat(first.getDueDate()).isAfter(MONDAY_AT_TEN);
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", CALL, Map.of("callOutcome", "told")))
			.hasMessageContaining("Falta qué le contó y qué dijo");
		this.people.complete(number, "tecnologia", CALL, call("noAnswer", "A las doce otra vez."));
		assertThat(this.people.task(number, CALL).getId()).isNotEqualTo(first.getId());
		this.people.complete(number, "tecnologia", CALL, call("told", "Le parece bien."));
		assertThat(this.people.tasks(number)).doesNotContain(CALL);

		write(number, "Su factura sale mañana a las 10:00.");
		write(number, "Su factura ya salió, el martes a las 9:00.");
		assertThat(form(number, "callText")).as("only the latest news").contains("ya salió").doesNotContain("mañana");
		this.people.complete(number, "tecnologia", CALL, call("told", "Gracias."));
		resolve(number, "tecnologia");
		assertThat(form(number, "callText")).contains("Resuelto");
		this.people.complete(number, "tecnologia", CALL, call("told", "Funciona."));
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");

		assertThat(this.escalations.get(number).outcome()).isEqualTo(Outcome.CLOSED_WITHOUT_RCA);
		assertThat(this.people.tasks(number)).containsExactly(CALL);
		assertThat(form(number, "callText")).contains("queda cerrado");
		this.people.complete(number, "tecnologia", CALL, call("told", "Contenta."));
		assertThat(this.people.left(number)).isEmpty();
		assertThat(told(number, "plan")).isEmpty();
		assertThat(history(number)).anyMatch((text) -> text.startsWith("No localizó a Bodegas Tel: A las doce"))
			.anyMatch((text) -> text.startsWith("Llamó a Bodegas Tel: Contenta."));
	}

	@Test
	@DisplayName("Whoever was called about anything knows of the case: the first notice waits for nobody (001-19)")
	void calledIsTold() {
		CaseNumber number = working(form());
		assertThat(this.people.tasks(number)).contains(REACH, CALL);

		this.people.complete(number, "tecnologia", CALL, call("told", "Le parece bien."));
		this.people.deliver();

		assertThat(this.people.tasks(number)).doesNotContain(REACH);
		assertThat(deadline(number, ServiceClock.FIRST_NOTICE).metAt()).isEqualTo(CaseDriver.now());
	}

	@Test
	@DisplayName("Whom somebody decided not to call is not called in the case any more")
	void staysWaived() {
		CaseNumber number = told();
		this.people.complete(number, "tecnologia", CALL, call("waived", "Lo lleva su central."));

		write(number, "Su factura sale mañana a las 10:00.");

		assertThat(this.people.tasks(number)).doesNotContain(CALL);
		assertThat(history(number))
			.contains("No se llama a Bodegas Tel, que no tiene correo: se decidió que no hace falta.");
		CaseNumber other = planning(form());
		this.people.complete(other, "tecnologia", REACH,
				Map.of("pendingCustomers", this.people.offered(other, REACH, "openNotices"), "noticeOutcome", "waived",
						"noticeReason", "Ya no compra."));
		this.people.complete(other, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(other, "serviceTask_sendMessage");
		assertThat(this.people.tasks(other)).as("waived from the first notice on").doesNotContain(CALL);
		this.asking.ask(number, OWNER, new LetterText("note", "¿Nos manda el fichero?", null, false, false));
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(this.people.tasks(number)).as("what we need of them is asked").contains(CALL);
		this.people.complete(number, "tecnologia", CALL, call("answered", "Lo mandó por mensajero."));
		assertThat(this.pauses.current(number)).as("nobody waits for an answer that is there").isEmpty();
	}

	@Test
	@DisplayName("A case waits for a customer without an address from when they were asked by telephone")
	void waitsFromTheCall() {
		CaseNumber number = told();
		this.people.complete(number, "tecnologia", CALL, call("told", "Le parece bien."));

		this.asking.ask(number, OWNER, new LetterText("note", "¿Nos manda el fichero de marzo?", null, false, false));
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(this.pauses.current(number)).as("nobody asked yet").isEmpty();
		assertThatThrownBy(
				() -> this.asking.ask(number, OWNER, new LetterText("note", "¿Y el de abril?", null, false, false)))
			.hasMessageContaining("Ya hay una pregunta al cliente en camino");
		this.people.complete(number, "tecnologia", CALL, call("told", "Lo busca."));

		assertThat(this.pauses.question(number)).contains("¿Nos manda el fichero de marzo?");
	}

	/** A case in work whose customer was told of it by telephone. */
	private CaseNumber told() {
		CaseNumber number = planning(form());
		this.people.complete(number, "tecnologia", REACH, Map.of("pendingCustomers",
				this.people.offered(number, REACH, "openNotices"), "noticeOutcome", "told", "noticeReason", "Llamé."));
		this.people.deliver();
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		return number;
	}

	private static Map<String, Object> form() {
		return Forms.with(Forms.report("TEL"), "impact", "LOW", "urgency", "LOW");
	}

	private void write(CaseNumber number, String news) {
		this.people.as("tecnologia",
				() -> this.writing.write(number, OWNER, new LetterText("message", news, null, false, false)));
		this.people.run(number, "serviceTask_sendMessage");
	}

	private static Map<String, Object> call(String outcome, String note) {
		return Map.of("callOutcome", outcome, "callNote", note);
	}

	private String form(CaseNumber number, String field) {
		return (String) this.engine.getTaskService().getVariableLocal(this.people.task(number, CALL).getId(), field);
	}

	private List<String> history(CaseNumber number) {
		return this.timeline.entries(number).stream().map(TimelineEntry::text).toList();
	}

}
