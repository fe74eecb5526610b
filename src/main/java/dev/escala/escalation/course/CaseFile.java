package dev.escala.escalation.course;

import java.time.Clock;
import java.util.List;

import dev.escala.clock.MatterClocks;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.ActionPlan;
import dev.escala.escalation.CaseAction;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Phase;
import dev.escala.escalation.TaskForce;
import dev.escala.escalation.persistence.CaseFileRepository;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.notice.FirstNotices;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonSearch;
import dev.escala.text.Sentences;
import dev.escala.text.Shortening;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what people find out, plan and decide while they work a case. */
@Service
@Transactional
public class CaseFile {

	private static final int LONG_TEXT = 4000;

	private static final int LINE = 500;

	private static final int LINES = 200;

	private final Escalations escalations;

	private final EscalationRepository repository;

	private final CaseFileRepository file;

	private final Customers customers;

	private final MatterClocks clocks;

	private final FirstNotices firstNotices;

	private final Timeline timeline;

	private final Clock clock;

	private final PersonSearch people;

	CaseFile(Escalations escalations, EscalationRepository repository, CaseFileRepository file, Customers customers,
			MatterClocks clocks, FirstNotices firstNotices, Timeline timeline, Clock clock, PersonSearch people) {
		this.escalations = escalations;
		this.repository = repository;
		this.file = file;
		this.customers = customers;
		this.clocks = clocks;
		this.firstNotices = firstNotices;
		this.timeline = timeline;
		this.clock = clock;
		this.people = people;
	}

	/**
	 * Says which customer the case is about: exactly one of those that we know.
	 */
	public void identifyCustomer(CaseNumber number, UserId user, String codeOrName) {
		this.escalations.lockFor(number, CaseAction.IDENTIFY_CUSTOMER);
		List<Customer> matches = this.customers.match(codeOrName);
		if (matches.size() != 1) {
			throw new InvalidInputException("customer",
					matches.isEmpty() ? "No se conoce ningún cliente con ese código o nombre: «" + codeOrName + "»."
							: "Varios clientes coinciden: " + names(matches) + ". Escriba el código de uno.");
		}
		setCustomer(number, user, matches.get(0));
	}

	/** The case is about a customer that is new to us. */
	public void identifyNewCustomer(CaseNumber number, UserId user, String code, String name, String email) {
		this.escalations.lockFor(number, CaseAction.IDENTIFY_CUSTOMER);
		List<Customer.Contact> contacts = (email == null) ? List.of()
				: List.of(new Customer.Contact(name, email, null, true));
		setCustomer(number, user,
				this.customers.create(new SaveCustomer(code, name, Tier.STANDARD, "es", contacts, List.of())));
	}

	private void setCustomer(CaseNumber number, UserId user, Customer customer) {
		this.repository.identify(number, customer.id());
		this.timeline.add(number, user, "Identificó al cliente: " + customer.name() + " (" + customer.code() + ").");
		// The customer may be served by another calendar.
		this.clocks.recalculate(number, user, "El caso es de " + customer.name() + ".");
	}

	private static String names(List<Customer> customers) {
		return String.join(", ", customers.stream().map((one) -> one.code() + " (" + one.name() + ")").toList());
	}

	/** Another case was found to be the same as this one, and goes on here. */
	void goesOnHere(CaseNumber number, CaseNumber other, UserId user, String reason) {
		this.timeline.add(number, user, other + " se cerró como duplicado de este caso y sigue aquí: " + reason);
	}

	/** Adds what belongs to the case (001-12 to 001-17); what is there already stays. */
	public void addDetails(CaseNumber number, UserId user, CaseDetail.Kind kind, List<String> texts) {
		if (texts.isEmpty()) {
			return;
		}
		this.escalations.lockFor(number, CaseAction.ADD_DETAIL);
		for (String text : checkedLines(Sentences.within(kind.label()), texts)) {
			this.file.addDetail(number, kind, text, customerMeant(kind, text));
		}
		this.timeline.add(number, user, "Añadió: " + Sentences.within(kind.label()) + " (" + texts.size() + ").");
		if (kind == CaseDetail.Kind.AFFECTED_CUSTOMER) {
			this.firstNotices.announceTo(number);
		}
	}

	private CustomerId customerMeant(CaseDetail.Kind kind, String text) {
		if (kind != CaseDetail.Kind.AFFECTED_CUSTOMER) {
			return null;
		}
		List<Customer> matches = this.customers.match(text);
		return (matches.size() == 1) ? matches.get(0).id() : null;
	}

	/** An issue or a linked record of the case is settled (001-28). */
	public void settle(CaseNumber number, UserId user, long detailId) {
		this.escalations.lockFor(number, CaseAction.ADD_DETAIL);
		CaseDetail detail = this.file.details(number)
			.stream()
			.filter((one) -> one.id() == detailId)
			.findFirst()
			.orElseThrow(() -> new InvalidInputException("settledItems", "Ese asunto no es de " + number + "."));
		if (this.file.settle(number, detail.id(), user, this.clock.instant())) {
			this.timeline.add(number, user, "Quedó resuelto: " + detail.text());
		}
	}

	/**
	 * The first plan, or a new version of it with the reason for the change (001-21,
	 * 001-22). A new version counts once the customer was told.
	 */
	public void plan(CaseNumber number, UserId user, NewPlan plan) {
		Escalation escalation = this.escalations.get(number);
		((escalation.phase() == Phase.COMMUNICATE) ? CaseAction.PLAN : CaseAction.WORK).requireAllowed(escalation);
		int version = this.file.plans(number).size() + 1;
		this.file.addPlan(number, new ActionPlan(version, plan.steps(), plan.workingDays(), plan.customerMessage(),
				plan.reason(), user, this.clock.instant(), version > 1));
		this.timeline.add(number, user,
				(version == 1) ? "Preparó el plan de acción." : "Ajustó el plan de acción (versión " + version
						+ "), que vale cuando el cliente lo sepa: " + Shortening.firstLine(plan.reason(), 200));
	}

	/**
	 * Calls people in for this case (001-24); one task force at a time.
	 * @throws InvalidInputException naming who is not of the staff
	 */
	public TaskForce formTaskForce(CaseNumber number, UserId user, UserId lead, List<UserId> members, String goal) {
		this.escalations.lockFor(number, CaseAction.WORK);
		if (this.escalations.activeTaskForce(number).isPresent()) {
			throw new ConflictException("El caso ya tiene un grupo de trabajo. Espere a que se disuelva.");
		}
		Fields fields = new Fields();
		if (lead == null) {
			fields.refuse("taskForceLead", "Falta quién dirige el grupo.");
		}
		else {
			this.people.require(fields, "taskForceLead", lead);
		}
		String checkedGoal = fields.required("taskForceGoal", "el objetivo del grupo", goal, LONG_TEXT);
		if (members.isEmpty()) {
			fields.refuse("taskForceMembers", "Faltan los miembros del grupo.");
		}
		members.forEach((member) -> this.people.require(fields, "taskForceMembers", member));
		fields.done();
		TaskForce force = new TaskForce(this.file.taskForces(number).size() + 1, lead,
				members.stream().distinct().filter((member) -> !member.equals(lead)).toList(), checkedGoal,
				this.clock.instant(), null);
		this.file.addTaskForce(number, force);
		this.timeline.add(number, user, "Formó un grupo de trabajo, dirigido por " + this.people.name(lead) + ".");
		return force;
	}

	/**
	 * What the customer said of the solution, from 1 to 5, where they said it (001-35).
	 */
	public void satisfaction(CaseNumber number, Integer score) {
		if (score != null && (score < 1 || score > 5)) {
			throw new InvalidInputException("satisfaction", "La satisfacción va de 1 a 5.");
		}
		this.repository.keepSatisfaction(number, score);
	}

	private static List<String> checkedLines(String label, List<String> lines) {
		Fields fields = new Fields();
		if (lines.size() > LINES) {
			fields.refuse("lines",
					"Son demasiadas líneas para " + label + ": " + lines.size() + ", y caben " + LINES + ".");
		}
		List<String> checked = lines.stream().map((line) -> fields.required("lines", label, line, LINE)).toList();
		fields.done();
		return checked;
	}

	/**
	 * A plan as somebody wrote it; valid by construction.
	 *
	 * @param steps what will be done, in order
	 * @param workingDays how long it should take, 1 to 60 working days
	 * @param customerMessage what the customer is told, or {@code null}
	 * @param reason why the plan changes, or {@code null} for the first
	 */
	public record NewPlan(List<String> steps, int workingDays, String customerMessage, String reason) {

		/** Reads the first plan: it says what the customer is told. */
		public static NewPlan first(List<String> steps, Integer workingDays, String customerMessage) {
			Fields fields = new Fields();
			check(fields, steps, workingDays);
			String message = fields.required("customerMessage", "qué le diremos al cliente", customerMessage,
					LONG_TEXT);
			fields.done();
			return new NewPlan(steps, workingDays, message, null);
		}

		/** Reads a changed plan: it says why it changes. */
		public static NewPlan changed(List<String> steps, Integer workingDays, String reason) {
			Fields fields = new Fields();
			check(fields, steps, workingDays);
			String why = fields.required("planReason", "por qué cambia el plan", reason, LONG_TEXT);
			fields.done();
			return new NewPlan(steps, workingDays, null, why);
		}

		private static void check(Fields fields, List<String> steps, Integer workingDays) {
			if (steps.isEmpty()) {
				fields.refuse("planSteps", "Faltan los pasos del plan, uno por línea.");
			}
			steps.forEach((step) -> fields.optional("planSteps", "un paso del plan", step, LONG_TEXT));
			if (workingDays == null || workingDays < 1 || workingDays > 60) {
				fields.refuse("planDays", "Indique los días laborables previstos, de 1 a 60.");
			}
		}

	}

}
