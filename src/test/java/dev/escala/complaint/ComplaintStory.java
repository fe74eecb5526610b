package dev.escala.complaint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.escala.access.Role;
import dev.escala.complaint.course.CompleteComplaint;
import dev.escala.complaint.course.ComplaintProgress;
import dev.escala.complaint.course.JudgeAnswer;
import dev.escala.complaint.course.PresentComplaint;
import dev.escala.complaint.paper.AnswerSheet;
import dev.escala.complaint.term.ComplaintTerm;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.level.Levels;
import dev.escala.matter.Matters;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What every story of a complaint begins with: people, a customer, a Friday at six. */
abstract class ComplaintStory {

	static final String CLASSIFY = "userTask_classifyComplaint";

	static final String CHECK = "userTask_checkCompletion";

	static final String INVESTIGATE = "userTask_investigateComplaint";

	static final String DECIDE = "userTask_decideComplaint";

	static final String ANSWER = "userTask_answerComplaint";

	static final String DELIVER = "userTask_deliverAnswer";

	static final String CLOSE = "userTask_closeComplaint";

	/** Who takes complaints. */
	static final String AGENT = "agente";

	/** Who works them. */
	static final String HANDLER = "gestora";

	/** Six in the evening in Madrid; the next Monday and Tuesday are holidays. */
	static final Instant FRIDAY_AT_SIX = Instant.parse("2026-12-04T17:00:00Z");

	private static final List<String> REASONS = List.of(
			"El segundo cobro del 27 de noviembre vuelve a su cuenta el jueves 10 de diciembre.",
			"Comprobamos la máquina de pan: pasó dos veces su tarjeta. El cobro de 84,20 euros queda anulado mañana.",
			"Su banco recibió nuestra orden repetida; la anulamos hoy y verá el importe el martes.",
			"Facturación duplicó el recibo al cambiar de sistema. El segundo recibo ya no existe.",
			"La oficina de Chamberí le atendió tarde: desde el lunes abre a las nueve en punto.",
			"Un compañero pulsó dos veces. Ya figura corregido con la referencia 5521.");

	private static final AtomicInteger NEXT = new AtomicInteger();

	@Autowired
	ProcessEngine engine;

	@Autowired
	Complaints complaints;

	@Autowired
	ComplaintTerms terms;

	@Autowired
	PresentComplaint presenting;

	@Autowired
	CompleteComplaint completion;

	@Autowired
	ComplaintProgress progress;

	@Autowired
	JudgeAnswer judging;

	@Autowired
	Matters matters;

	@Autowired
	Levels levels;

	@Autowired
	Customers customers;

	@Autowired
	Outbox outbox;

	@Autowired
	Timeline timeline;

	CaseDriver people;

	@BeforeEach
	void givenPeopleAndACustomerOnAFriday() {
		CaseDriver.travelTo(FRIDAY_AT_SIX);
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.people.person(HANDLER, Role.COMPLAINT_HANDLERS);
		if (this.customers.findByCode("QUEJAS").isEmpty()) {
			this.customers.create(new SaveCustomer("QUEJAS", "Panadería Luna", Tier.STANDARD, "es",
					List.of(new Customer.Contact("Lucía Luna", "lucia@luna.example", "600 000 001", true)), List.of()));
		}
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	static Map<String, Object> said(Object... more) {
		Map<String, Object> form = new HashMap<>();
		form.put("customer", "QUEJAS");
		form.put("door", "IN_PERSON");
		form.put("description", "Me han cobrado dos veces la factura de noviembre.\nLlamé y nadie contestó.");
		form.put("wish", "Que me devuelvan el segundo cobro.");
		form.put("complaintTopic", "OTHER");
		form.put("region", "md");
		return Forms.with(form, more);
	}

	CaseNumber presented(Object... more) {
		return this.people.start("complaint", AGENT, said(more));
	}

	static Map<String, Object> classified(Object... more) {
		Map<String, Object> form = new HashMap<>();
		form.put("complaintKind", "CLAIM");
		form.put("complaintTopic", "OTHER");
		form.put("complaintReason", "LOSS");
		form.put("complaintPoints", "Que me devuelvan el segundo cobro.");
		form.put("classification", "READY");
		return Forms.with(form, more);
	}

	CaseNumber ready(Object... more) {
		CaseNumber number = presented(more);
		this.people.run(number, "serviceTask_acknowledgeComplaint");
		this.people.complete(number, HANDLER, CLASSIFY, classified());
		return number;
	}

	/** Investigated and decided; the answer is to be written. */
	CaseNumber decided(Object... more) {
		CaseNumber number = ready(more);
		decide(number);
		return number;
	}

	void decide(CaseNumber number) {
		this.people.complete(number, HANDLER, INVESTIGATE,
				Map.of("finding", "El cobro se lanzó dos veces.", "fault", "OURS"));
		grant(number);
	}

	/** Whoever writes nearly the same each time is refused. */
	void grant(CaseNumber number) {
		this.people.complete(number, HANDLER, DECIDE, Map.of("complaintDecision", "GRANT", "grantReason",
				REASONS.get(NEXT.getAndIncrement() % REASONS.size())));
	}

	void answer(CaseNumber number) {
		this.people.complete(number, HANDLER, ANSWER, Map.of("benefits", "El dinero vuelve a su cuenta."));
		this.people.run(number, "serviceTask_sendMessage");
	}

	ComplaintTerm binding(CaseNumber number) {
		return this.terms.binding(number).orElseThrow();
	}

	List<String> mails(CaseNumber number, String recipient) {
		return this.outbox.messages(number)
			.stream()
			.filter((mail) -> mail.recipient().equals(recipient))
			.map(OutboxMessage::subject)
			.toList();
	}

	List<String> happened(CaseNumber number) {
		return this.timeline.entries(number).stream().map(TimelineEntry::text).toList();
	}

	/** What stands on a printed answer. */
	static String printed(AnswerSheet sheet) {
		try (PDDocument document = Loader.loadPDF(sheet.pdf())) {
			return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void assertEnded(CaseNumber number, ComplaintOutcome outcome) {
		assertThat(this.complaints.get(number).outcome()).isEqualTo(outcome);
		assertThat(this.complaints.get(number).phase()).isEqualTo(ComplaintPhase.ENDED);
		assertThat(this.people.left(number)).isEmpty();
	}

}
