package dev.escala.complaint.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.call.CustomerCalls;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.abuse.Abuses;
import dev.escala.customer.Customer;
import dev.escala.matter.ClosingCondition;
import dev.escala.matter.Matters;
import dev.escala.notice.CustomerNotices;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the customer whether they were heard and whether it is solved (004-54), never
 * before the answer (Ley 10/2025, art. 18.2): by mail, or by telephone where there is no
 * address or the answer went out on paper. Who abused our people is not called (004-27).
 */
@Service
@Transactional
@Order(30)
public class AskComplainant implements ClosingCondition {

	private static final String TEMPLATE = "customer-complaint-judgement";

	private static final String STEP = "judgement-";

	private final Complaints complaints;

	private final Matters matters;

	private final CustomerNotices notices;

	private final CustomerCalls calls;

	private final Abuses abuses;

	private final Timeline timeline;

	AskComplainant(Complaints complaints, Matters matters, CustomerNotices notices, CustomerCalls calls, Abuses abuses,
			Timeline timeline) {
		this.complaints = complaints;
		this.matters = matters;
		this.notices = notices;
		this.calls = calls;
		this.abuses = abuses;
		this.timeline = timeline;
	}

	/** Asks, once for each answer. */
	public void ask(CaseNumber number) {
		Complaint complaint = this.complaints.get(number);
		Optional<Customer> customer = this.matters.customer(complaint.asMatter());
		boolean mail = customer.flatMap(Customer::recipient).isPresent();
		boolean written = this.abuses.isLettersOnly(number);
		boolean wantsCall = complaint.statement().channel().isOnPaper() && hasPhone(complaint, customer);
		if (mail && (written || !wantsCall)) {
			this.notices.tell(number, step(complaint), TEMPLATE, Map.of());
		}
		else if (written) {
			this.timeline.add(number, UserId.SYSTEM,
					"No se le pregunta si está resuelto: solo se le escribe, y no tiene correo.");
		}
		else {
			this.notices.call(number, step(complaint), TEMPLATE, Map.of());
		}
	}

	private static boolean hasPhone(Complaint complaint, Optional<Customer> customer) {
		return complaint.statement().phone() != null || customer.map(Customer::contacts)
			.stream()
			.flatMap(List::stream)
			.anyMatch((contact) -> contact.phone() != null && !contact.phone().isBlank());
	}

	/** Nobody has to call any more. */
	void needless(Complaint complaint) {
		if (complaint.answeredAt() != null) {
			this.calls.needless(complaint.number(), step(complaint));
		}
	}

	/** Nothing is closed on a silence in which nobody had asked. */
	@Override
	@Transactional(readOnly = true)
	public Optional<String> obstacle(CaseNumber number) {
		return (number.value().startsWith(Complaint.PREFIX) && this.calls.awaits(number, STEP))
				? Optional.of("quede por hacer la llamada en la que se le pregunta si está resuelta.")
				: Optional.empty();
	}

	private static String step(Complaint complaint) {
		return STEP + complaint.answeredAt().getEpochSecond();
	}

}
