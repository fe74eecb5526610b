package dev.escala.followup;

import java.time.ZoneOffset;

import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.Statement;
import dev.escala.complaint.course.PresentComplaint;
import dev.escala.customer.Customers;
import dev.escala.pursuit.call.LeftAlone;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

import org.springframework.stereotype.Component;

/** What a call begins elsewhere, in its transaction. */
@Component
class CallConsequences {

	private final Customers customers;

	private final LeftAlone leftAlone;

	private final PresentComplaint presenting;

	CallConsequences(Customers customers, LeftAlone leftAlone, PresentComplaint presenting) {
		this.customers = customers;
		this.leftAlone = leftAlone;
		this.presenting = presenting;
	}

	/** Nobody calls that customer any more, for sales neither. */
	void leaveAlone(FollowUp one, UserId by) {
		this.customers.find(one.customerId()).ifPresent((customer) -> this.leftAlone.leaveCustomer(customer, by));
	}

	/** By the door of the telephone; it arrived when they said it. */
	CaseNumber complain(FollowUp one, UserId by, SaidFollowUp said) {
		String code = this.customers.find(one.customerId())
			.orElseThrow(() -> new ConflictException("El cliente ya no está en el registro: no se puede abrir su "
					+ "reclamación. Anótelo con «He oído…»."))
			.code();
		Statement.Input input = new Statement.Input(code, null, null, null, said.trouble(), null, null, null, null,
				null, null, null, null, null, said.calledAt().atOffset(ZoneOffset.UTC).toString(), true, null, null,
				null);
		return this.presenting.present(input, ComplaintDoor.PHONE, by).complaint().number();
	}

}
