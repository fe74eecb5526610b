package dev.escala.complaint.remedy;

import java.math.BigDecimal;

import dev.escala.access.Role;
import dev.escala.complaint.classification.ReasonGroup;
import dev.escala.customer.Customer;
import dev.escala.internalrequest.RequestStory;
import dev.escala.matter.Matters;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A customer who complained, and people who may make it good. */
@EscalaTest
@Import(ComplainedKind.class)
public abstract class RemedyStory extends RequestStory {

	/** Of the agents: up to 50 euros. */
	protected static final UserId AGENT = new UserId("agente");

	/** Of those who handle complaints: up to 150 euros. */
	protected static final UserId HANDLER = new UserId("reclamadora");

	protected static final UserId SUPERVISOR = new UserId("supervisor");

	@Autowired
	protected ComplainedKind kind;

	@Autowired
	protected Matters matters;

	protected Customer customer;

	@BeforeEach
	protected void givenACustomerWhoComplained() {
		this.people.person(HANDLER.value(), Role.COMPLAINT_HANDLERS);
		this.customer = this.customers.findByCode("REQ").orElseThrow();
	}

	protected CaseNumber complained(Severity severity, Fault fault, ReasonGroup group) {
		return this.kind.complained(this.matters, this.customer.id(), severity, fault, group);
	}

	protected static RemedyRequest remedy(String kind, String amount, String reason) {
		return RemedyRequest
			.of(new RemedyRequest.Input(kind, new BigDecimal(amount), "EUR", "Lo que recibe", reason, null));
	}

}
