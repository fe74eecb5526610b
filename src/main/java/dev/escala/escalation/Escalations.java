package dev.escala.escalation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.Tier;
import dev.escala.escalation.persistence.CaseFileRepository;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.matter.AffectedCustomer;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds escalations and what belongs to them, and takes the request for an RCA. */
@Service
public class Escalations {

	private final EscalationRepository escalations;

	private final CaseFileRepository file;

	private final Customers customers;

	private final Timeline timeline;

	private final Matters matters;

	Escalations(EscalationRepository escalations, CaseFileRepository file, Customers customers, Timeline timeline,
			Matters matters) {
		this.escalations = escalations;
		this.file = file;
		this.customers = customers;
		this.timeline = timeline;
		this.matters = matters;
	}

	public Optional<Escalation> find(CaseNumber number) {
		return this.escalations.find(number);
	}

	/** The cases that were found to be the same as this one and go on here, in order. */
	public List<CaseNumber> duplicatesOf(CaseNumber number) {
		return this.escalations.duplicatesOf(number);
	}

	/** The cases to which this one was linked, a hundred at most, in order. */
	public List<CaseNumber> linking(CaseNumber number) {
		return this.file.linking(number);
	}

	/** Those of the cases that there are, by number. */
	public List<Escalation> all(List<CaseNumber> numbers) {
		return this.escalations.findAll(numbers);
	}

	/**
	 * Those of the given records of another system that a case was made of already.
	 * @param references as {@link Escalation#externalRef()} keeps them
	 */
	public Set<String> knownExternalRefs(Collection<String> references) {
		return this.escalations.knownExternalRefs(references);
	}

	/** The escalation; refuses an unknown number. */
	public Escalation get(CaseNumber number) {
		return find(number).orElseThrow(() -> unknown(number));
	}

	/**
	 * The escalation, kept from others until the transaction ends, if the action is
	 * possible in its phase.
	 */
	public Escalation lockFor(CaseNumber number, CaseAction action) {
		Escalation escalation = this.escalations.lock(number).orElseThrow(() -> unknown(number));
		action.requireAllowed(escalation);
		return escalation;
	}

	/**
	 * The escalation, kept from others until the transaction ends, whatever its phase.
	 */
	public Escalation lock(CaseNumber number) {
		return this.escalations.lock(number).orElseThrow(() -> unknown(number));
	}

	/** The customer, where it is known which. */
	public Optional<Customer> customer(Escalation escalation) {
		return this.matters.customer(escalation.asMatter());
	}

	/** The customer's tier; a customer that nobody identified yet counts as standard. */
	public Tier tier(Escalation escalation) {
		return this.matters.tier(escalation.asMatter());
	}

	/** The same, kept from changing until the transaction ends. */
	public Tier keptTier(Escalation escalation) {
		return this.matters.keptTier(escalation.asMatter());
	}

	/** The customer's name as far as it is known. */
	public String customerName(Escalation escalation) {
		return this.matters.customerName(escalation.asMatter());
	}

	/** Customers whom the case affects beside its own. */
	public List<AffectedCustomer> alsoAffected(CaseNumber number) {
		return details(number).stream()
			.filter((detail) -> detail.kind() == CaseDetail.Kind.AFFECTED_CUSTOMER)
			.map((detail) -> Optional.ofNullable(detail.customerId())
				.flatMap(this.customers::find)
				.map((known) -> new AffectedCustomer(known.name(), Optional.of(known)))
				.orElseGet(() -> new AffectedCustomer(detail.text(), Optional.empty())))
			.toList();
	}

	public List<CaseDetail> details(CaseNumber number) {
		return this.file.details(number);
	}

	public Optional<ActionPlan> latestPlan(CaseNumber number) {
		return this.file.plans(number).stream().filter((plan) -> !plan.pending()).reduce((one, next) -> next);
	}

	/** The change that the customer has not been told of yet, if there is one. */
	public Optional<ActionPlan> pendingPlan(CaseNumber number) {
		return this.file.plans(number).stream().reduce((one, next) -> next).filter(ActionPlan::pending);
	}

	public Optional<TaskForce> activeTaskForce(CaseNumber number) {
		return this.file.taskForces(number).stream().filter((force) -> force.disbandedAt() == null).findFirst();
	}

	/**
	 * Somebody entitled asks for a root-cause analysis while the case runs (001-29).
	 * @return whether nobody had asked before
	 */
	@Transactional
	public boolean requestRca(CaseNumber number, UserId by, String reason) {
		if (lockFor(number, CaseAction.REQUEST_RCA).rcaRequested()) {
			return false;
		}
		this.escalations.requestAnalysis(number);
		this.timeline.add(number, by, "Se pidió un análisis de causa raíz: " + reason);
		return true;
	}

	private static NotFoundException unknown(CaseNumber number) {
		return new NotFoundException("No hay ningún escalamiento con el número " + number + ".");
	}

}
