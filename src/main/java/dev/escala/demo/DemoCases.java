package dev.escala.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.escala.demo.process.DemoWork;
import dev.escala.escalation.EscalationType;
import dev.escala.escalation.Report;
import dev.escala.escalation.report.ReportEscalation;
import dev.escala.escalation.view.EscalationSearch;
import dev.escala.matter.Speciality;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.stereotype.Component;

/**
 * The cases of the demo, each at another step, so that no list is empty. They are created
 * by the same use cases and forms that people use, and known by their subject: a story
 * that was begun goes on where it stopped.
 */
@Component
@OnlyInDemo
class DemoCases {

	private final DemoRequests requests;

	private final EscalationSearch search;

	private final ReportEscalation reports;

	private final DemoWork work;

	private final DemoNotices notices;

	private final DemoComplaints complaints;

	private final DemoPursuits pursuits;

	private final DemoProgress progress;

	private final Clock clock;

	DemoCases(DemoRequests requests, EscalationSearch search, ReportEscalation reports, DemoWork work,
			DemoNotices notices, DemoComplaints complaints, DemoPursuits pursuits, DemoProgress progress, Clock clock) {
		this.complaints = complaints;
		this.pursuits = pursuits;
		this.requests = requests;
		this.search = search;
		this.reports = reports;
		this.work = work;
		this.notices = notices;
		this.progress = progress;
		this.clock = clock;
	}

	/** What there is to create, in this order. */
	List<Runnable> stories() {
		List<Runnable> stories = new ArrayList<>(List.of(this::waitingForItsGroup, this::customerUnclear,
				this::majorWithoutDetails, this::firstHourMissed, this::planInPreparation, this::planInExecution,
				this::letterWaitingForItsReader, this::waitingForVerification, this::waitingForTheCustomer,
				this::analysisBeingWritten, this::closed, this.requests::create));
		stories.addAll(this.complaints.stories());
		this.pursuits.stories().forEach((story) -> stories.add(() -> {
			this.progress.requireGoing();
			story.run();
		}));
		return stories;
	}

	/** Whether there is a case, of whomever. */
	boolean hasAny() {
		return find(Map.of()).total() > 0;
	}

	private void waitingForItsGroup() {
		report("NORTE", "Las citas en línea no se guardan", "El portal confirma la cita, pero no aparece en la agenda.",
				Report.Reason.KNOWLEDGE, Speciality.TECHNOLOGY, Report.Scale.HIGH, Report.Scale.HIGH, false, 0);
	}

	private void customerUnclear() {
		report("Supermercados", "Cobro duplicado del pedido de noviembre",
				"Aparecen dos cargos iguales en el extracto.", Report.Reason.KNOWLEDGE, Speciality.FINANCE,
				Report.Scale.MEDIUM, Report.Scale.MEDIUM, false, 0);
	}

	private void majorWithoutDetails() {
		report("PUERTO", "Corte de red en tres terminales", "Sin conexión desde primera hora en tres terminales.",
				Report.Reason.RESOURCES, Speciality.TECHNOLOGY, Report.Scale.HIGH, Report.Scale.HIGH, true, 0);
	}

	/**
	 * Late by the only clock that counts day and night: at whatever time the demo begins,
	 * nothing else of it is over yet.
	 */
	private void firstHourMissed() {
		report("AULA", "Nadie contesta sobre la devolución", "El cliente espera una respuesta sobre su devolución.",
				Report.Reason.SERVICE_LEVEL, Speciality.FINANCE, Report.Scale.MEDIUM, Report.Scale.HIGH, false, 90);
	}

	private void planInPreparation() {
		CaseNumber number = report("LUNA", "Facturas sin el descuento acordado",
				"Las tres últimas facturas no aplican el descuento del contrato.", Report.Reason.AUTHORITY,
				Speciality.FINANCE, Report.Scale.MEDIUM, Report.Scale.MEDIUM, false, 0);
		takeOver(number, DemoPerson.FINANZAS.id());
	}

	private void planInExecution() {
		CaseNumber number = report("PUERTO", "El seguimiento de contenedores va con retraso",
				"Las posiciones llegan con cuatro horas de retraso.", Report.Reason.KNOWLEDGE, Speciality.TECHNOLOGY,
				Report.Scale.MEDIUM, Report.Scale.HIGH, false, 0);
		takeOver(number, DemoPerson.TECNOLOGIA.id());
		plan(number, DemoPerson.TECNOLOGIA.id(), "We have found the slow queue and will add capacity tonight.");
	}

	/** The managers read it first, because it speaks of a refund. */
	private void letterWaitingForItsReader() {
		CaseNumber number = report("LUNA", "Cobro de dos cuotas en el mismo mes",
				"El extracto muestra la cuota dos veces.", Report.Reason.KNOWLEDGE, Speciality.FINANCE,
				Report.Scale.MEDIUM, Report.Scale.LOW, false, 0);
		takeOver(number, DemoPerson.FINANZAS.id());
		plan(number, DemoPerson.FINANZAS.id(), "La cuota que se cobró de más se le reembolsa el viernes.");
	}

	private void waitingForVerification() {
		CaseNumber number = report("ROBLE", "El catálogo no muestra existencias",
				"El catálogo muestra cero existencias de todo.", Report.Reason.CUSTOMER_REQUEST, Speciality.PRODUCT,
				Report.Scale.MEDIUM, Report.Scale.MEDIUM, false, 0);
		worked(number);
		declared(number);
	}

	private void waitingForTheCustomer() {
		CaseNumber number = report("AULA", "No se pueden descargar los certificados",
				"La descarga termina con un fichero vacío.", Report.Reason.CUSTOMER_REQUEST, Speciality.PRODUCT,
				Report.Scale.LOW, Report.Scale.MEDIUM, false, 0);
		worked(number);
		declared(number);
		verified(number);
	}

	private void analysisBeingWritten() {
		CaseNumber number = report("NORTE", "Resultados de laboratorio cruzados",
				"Dos pacientes vieron resultados que no eran suyos.", Report.Reason.CUSTOMER_REQUEST,
				Speciality.TECHNOLOGY, Report.Scale.HIGH, Report.Scale.HIGH, false, 0);
		toTheClosing(number, true);
	}

	private void closed() {
		CaseNumber number = report("ROBLE", "El alta de un usuario nuevo no llega", "El correo de alta no llega.",
				Report.Reason.KNOWLEDGE, Speciality.PRODUCT, Report.Scale.LOW, Report.Scale.LOW, false, 0);
		toTheClosing(number, false);
	}

	private void toTheClosing(CaseNumber number, boolean rca) {
		worked(number);
		declared(number);
		verified(number);
		step(number, DemoPerson.EJECUTIVO.id(), "userTask_confirmWithCustomer", Map.of("serviceUsable", "yes",
				"confirmationNote", "El cliente lo ha probado con nosotros.", "satisfaction", "4"));
		step(number, DemoPerson.TECNOLOGIA.id(), "userTask_checkClosing",
				Map.of("closingSummary", "Corregido y comprobado con el cliente.", "lessonsLearned",
						"Probar el caso completo antes de publicar una versión.", "rcaRequested", rca));
	}

	private void worked(CaseNumber number) {
		takeOver(number, DemoPerson.TECNOLOGIA.id());
		plan(number, DemoPerson.TECNOLOGIA.id(), "Ya sabemos qué ocurre y lo corregimos hoy mismo.");
		// The plan of a critical case is read by somebody else first.
		if (this.work.isWaiting(number, "userTask_readMessage")) {
			step(number, DemoPerson.ARQUITECTO.id(), "userTask_readMessage", Map.of("messageReading", "approved"));
		}
		this.progress.requireGoing();
		this.notices.tell(number, DemoPerson.TECNOLOGIA.id());
		step(number, DemoPerson.TECNOLOGIA.id(), "userTask_executePlan",
				Map.of("planOutcome", "done", "progressNote", "Corregido y probado con los datos del cliente.",
						"customerProgress", "Está corregido, y lo hemos probado con sus datos."));
	}

	private void takeOver(CaseNumber number, UserId user) {
		step(number, user, "userTask_takeOver", Map.of("takeOverOutcome", "take"));
	}

	private void plan(CaseNumber number, UserId user, String message) {
		step(number, user, "userTask_preparePlan", Map.of("planSteps",
				"Reproducir el fallo\nCorregirlo\nProbarlo con el cliente", "planDays", 2, "customerMessage", message));
	}

	private void declared(CaseNumber number) {
		step(number, DemoPerson.GERENTE.id(), "userTask_declareResolution",
				Map.of("resolutionDeclared", "yes", "declarationNote", "El equipo lo ha probado con datos reales."));
	}

	private void verified(CaseNumber number) {
		step(number, DemoPerson.ARQUITECTO.id(), "userTask_verifyResolution",
				Map.of("resolutionVerified", "verified", "verificationNote", "Comprobado en producción."));
	}

	private void step(CaseNumber number, UserId user, String task, Map<String, Object> form) {
		this.progress.requireGoing();
		this.work.complete(number, user, task, form);
	}

	private CaseNumber report(String customer, String subject, String description, Report.Reason reason,
			Speciality speciality, Report.Scale impact, Report.Scale urgency, boolean major, int minutesAgo) {
		this.progress.requireGoing();
		CaseNumber number = find(Map.of("search", subject)).items()
			.stream()
			.filter((found) -> found.subject().equals(subject))
			.map(EscalationSearch.Summary::number)
			.findFirst()
			.orElseGet(() -> {
				Report report = new Report(customer, Report.Origin.CUSTOMER, reason, Report.Criterion.FUNCTIONALITY,
						speciality, subject, description, impact, urgency, null, List.of(), List.of(), major);
				return this.reports
					.report(report, DemoPerson.AGENTE.id(), type(reason), null,
							this.clock.instant().minus(Duration.ofMinutes(minutesAgo)))
					.number();
			});
		this.work.settle(number);
		return number;
	}

	private static EscalationType type(Report.Reason reason) {
		return switch (reason) {
			case KNOWLEDGE -> EscalationType.FUNCTIONAL;
			case SERVICE_LEVEL -> EscalationType.AUTOMATIC;
			default -> EscalationType.HIERARCHICAL;
		};
	}

	private Page<EscalationSearch.Summary> find(Map<String, String> parameters) {
		Fields fields = new Fields();
		PageRequest first = PageRequest.read(fields, "0", "20", null, EscalationSearch.SORTABLE, "number");
		return this.search.search(EscalationSearch.Filter.read(fields, parameters), first);
	}

}
