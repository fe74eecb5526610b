package dev.escala.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.Statement;
import dev.escala.complaint.course.PresentComplaint;
import dev.escala.customer.Customers;
import dev.escala.demo.process.DemoWork;
import dev.escala.reference.CaseNumber;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The complaints of the demo, each at another step. They are known by their words: one
 * that was begun goes on where it stopped. All of them came within the last hour or so,
 * so that nobody is mailed about waits that never were.
 */
@OnlyInDemo
@Component
class DemoComplaints {

	private final PresentComplaint presenting;

	private final Complaints complaints;

	private final Customers customers;

	private final DemoWork work;

	private final ZoneId zone;

	private final Clock clock;

	DemoComplaints(PresentComplaint presenting, Complaints complaints, Customers customers, DemoWork work,
			@Value("${escala.zone}") ZoneId zone, Clock clock) {
		this.presenting = presenting;
		this.complaints = complaints;
		this.customers = customers;
		this.work = work;
		this.zone = zone;
		this.clock = clock;
	}

	/** What there is to create, in this order. */
	List<Runnable> stories() {
		return List.of(this::newByTelephone, this::newByMail, this::waitingForItsCustomer, this::investigated,
				this::toBeAnswered, this::answered);
	}

	private void newByTelephone() {
		present("Carmen Vidal", "carmen.vidal@correo.example", ComplaintDoor.PHONE, "OTHER", "es", 20,
				"Esperé toda la mañana al técnico y no vino nadie ni avisó.", "Que vengan esta semana, y con hora.");
	}

	private void newByMail() {
		present("NORTE", null, ComplaintDoor.MAIL, "BILLING", "es", 30,
				"La factura de noviembre cobra dos veces el mantenimiento.", "Que me devuelvan una de las dos.");
	}

	private void waitingForItsCustomer() {
		CaseNumber number = present("LUNA", null, ComplaintDoor.MAIL, "OTHER", "es", 40,
				"El descuento que nos prometieron no aparece por ningún lado.", "Que lo apliquen desde enero.");
		classify(number, "BROKEN_PROMISE",
				Map.of("brokenPromise", true, "classification", "INCOMPLETE", "missing",
						"El correo o el contrato en el que se le prometió el descuento.", "complaintPoints",
						"El descuento prometido no se aplica."));
	}

	private void investigated() {
		CaseNumber number = present("AULA", null, ComplaintDoor.IN_PERSON, "OTHER", "es", 50,
				"Llamé cuatro veces y cada vez me pasaron con otro departamento.", "Que alguien se haga cargo.");
		ready(number, "PASSED_ON", "Le pasaron de un departamento a otro cuatro veces.");
	}

	private void toBeAnswered() {
		CaseNumber number = present("PUERTO", null, ComplaintDoor.MAIL, "OTHER", "en", 60,
				"The container we paid to have moved on Friday was moved on Monday.", "A refund of the express fee.");
		ready(number, "PRODUCT_FAILED", "The express fee was charged and nothing was express.");
		decide(number, "The express fee is on its way back to your account: 180 euros, there on Thursday.");
	}

	private void answered() {
		CaseNumber number = present("ROBLE", null, ComplaintDoor.IN_PERSON, "OTHER", "es", 70,
				"La tienda de la calle Mayor cierra antes de la hora que pone en la web.", null);
		ready(number, "NOT_OPEN", "Cierra antes de la hora anunciada.");
		decide(number, "Desde hoy la tienda cierra a las 20:30, como dice la web; lo comprobamos cada semana.");
		this.work.complete(number, DemoPerson.EJECUTIVO.id(), "userTask_answerComplaint",
				Map.of("benefits", "Puede venir hasta las 20:30 cualquier día laborable."));
	}

	private CaseNumber present(String customer, String email, ComplaintDoor door, String topic, String language,
			int minutesAgo, String description, String wish) {
		return known(customer, description).orElseGet(() -> {
			Instant presented = this.clock.instant().minus(Duration.ofMinutes(minutesAgo));
			String when = DateTimeFormatter.ofPattern("d/M/uuuu H:mm").format(presented.atZone(this.zone));
			return this.presenting
				.present(
						new Statement.Input(customer, email, null, "CLAIM", description, wish, null, topic, true, false,
								true, null, "MAIL", language, when, true, null, null, null),
						door, DemoPerson.AGENTE.id())
				.complaint()
				.number();
		});
	}

	private Optional<CaseNumber> known(String customer, String description) {
		return this.customers.matchExactly(customer)
			.stream()
			.flatMap((one) -> this.complaints.of(one.id()).stream())
			.filter((complaint) -> complaint.statement().description().equals(description))
			.map(Complaint::number)
			.findFirst();
	}

	private void ready(CaseNumber number, String reason, String point) {
		classify(number, reason, Map.of("classification", "READY", "complaintPoints", point));
	}

	private void classify(CaseNumber number, String reason, Map<String, Object> more) {
		Map<String, Object> form = new HashMap<>(
				Map.of("complaintKind", "CLAIM", "complaintTopic", "OTHER", "complaintReason", reason));
		form.putAll(more);
		this.work.complete(number, DemoPerson.EJECUTIVO.id(), "userTask_classifyComplaint", form);
	}

	private void decide(CaseNumber number, String granted) {
		this.work.complete(number, DemoPerson.EJECUTIVO.id(), "userTask_investigateComplaint",
				Map.of("finding", "Es como lo cuenta: se comprobó con quien estaba ese día.", "fault", "OURS"));
		this.work.complete(number, DemoPerson.EJECUTIVO.id(), "userTask_decideComplaint",
				Map.of("complaintDecision", "GRANT", "grantReason", granted));
	}

}
