package dev.escala.complaint.course;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.ComplaintFlow;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Statement;
import dev.escala.complaint.key.ComplaintKey;
import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.LegalDeadlines;
import dev.escala.customer.Customer;
import dev.escala.customer.Product;
import dev.escala.matter.Matters;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what a customer says and makes it a complaint with a running process. Every door
 * ends here, so all give the same result.
 */
@Service
@Transactional
public class PresentComplaint {

	private final ComplaintRepository repository;

	private final Complainants complainants;

	private final LegalDeadlines deadlines;

	private final ComplaintLaw law;

	private final Matters matters;

	private final Timeline timeline;

	private final ComplaintFlow flow;

	private final GiveReceipt receipt;

	private final Clock clock;

	PresentComplaint(ComplaintRepository repository, Complainants complainants, LegalDeadlines deadlines,
			ComplaintLaw law, Matters matters, Timeline timeline, ComplaintFlow flow, GiveReceipt receipt,
			Clock clock) {
		this.repository = repository;
		this.complainants = complainants;
		this.deadlines = deadlines;
		this.law = law;
		this.matters = matters;
		this.timeline = timeline;
		this.flow = flow;
		this.receipt = receipt;
		this.clock = clock;
	}

	/**
	 * Registers the complaint and starts its process.
	 * @param door by which way it came, or {@code null} where the input says so
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public Presented present(Statement.Input input, ComplaintDoor door, UserId receivedBy) {
		CaseNumber number = register(input, door, receivedBy).number();
		this.flow.start(number);
		ComplaintKey key = this.receipt.give(number);
		return new Presented(this.repository.find(number).orElseThrow(), key);
	}

	/**
	 * Reads it without registering anything.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public Statement read(Statement.Input input, ComplaintDoor door) {
		return Statement.read(input, door, this.law, this.deadlines, this.clock);
	}

	/** Registers a complaint whose process has been started by a form. */
	public Complaint register(Statement.Input input, ComplaintDoor door, UserId receivedBy) {
		Statement said = read(input, door);
		Customer customer = this.complainants.of(said);
		CaseNumber number = this.repository.nextNumber(said.presentedAt());
		ZoneId zone = this.deadlines.zone(said.facts(this.law));
		// Severity and group are decided in this same transaction, by the process.
		Complaint complaint = new Complaint(number, ComplaintPhase.CLASSIFY, null, said, customer.id(), zone,
				receivedBy, this.clock.instant(), Severity.MODERATE, null, null, Complaint.Traits.NONE, null, null,
				null, null);
		this.matters.register(number, Complaint.KIND);
		this.repository.insert(complaint);
		onlyProduct(customer).ifPresent((product) -> this.repository.about(number, product));
		this.timeline.add(number, receivedBy, "Se presentó (" + Sentences.within(said.kind().label()) + ", "
				+ Sentences.within(said.door().label()) + "): " + said.subject());
		List<CaseNumber> open = this.repository.openOf(customer.id())
			.stream()
			.filter((one) -> !one.equals(number))
			.toList();
		if (!open.isEmpty()) {
			this.timeline.add(number, UserId.SYSTEM,
					"El mismo cliente tiene abiertas " + Sentences.all(open.stream().map(CaseNumber::value).toList())
							+ ": sus plazos siguen como estaban.");
		}
		if (said.door() == ComplaintDoor.WEB) {
			noteAlike(number, this.complainants.alike(said, customer));
		}
		return complaint;
	}

	/** Of all that a customer has contracted, where that is one. */
	private static Optional<Product> onlyProduct(Customer customer) {
		Set<Product> products = customer.services()
			.stream()
			.map(Customer.Service::product)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		return (products.size() == 1) ? products.stream().findFirst() : Optional.empty();
	}

	private void noteAlike(CaseNumber number, List<Customer> alike) {
		if (!alike.isEmpty()) {
			this.timeline.add(number, UserId.SYSTEM,
					"En la página pública nadie prueba quién es. Se llaman igual o tienen el mismo correo: "
							+ Sentences.all(alike.stream().map(Customer::code).toList())
							+ ". Si es el mismo cliente, una sus fichas.");
		}
	}

}
