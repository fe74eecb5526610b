package dev.escala.complaint.outage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.call.CustomerCalled;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintFlow;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.customer.Customer;
import dev.escala.matter.Matters;
import dev.escala.notice.CustomerNotices;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells all customers of a mass fault the same text, each by their channel and once: in
 * one transaction, so that a crash leaves all of them told or nobody. It is what a norm
 * wants within two hours (Ley 10/2025, art. 17.2), for which it says cause and estimated
 * restoration; the complaint goes on to its own answer.
 */
@Service
@Transactional
public class TellOutage {

	/** Code of the row of {@code complaintDeadlines} that this information satisfies. */
	private static final String CONTINUITY = "ES-C";

	private static final String TEMPLATE = "customer-outage";

	private static final String STEP = "outage-";

	private static final int LONGEST = 2000;

	private final OutageRepository repository;

	private final Complaints complaints;

	private final ComplaintTerms terms;

	private final ComplaintFlow flow;

	private final Matters matters;

	private final CustomerNotices notices;

	private final DateTexts dates;

	private final Clock clock;

	TellOutage(OutageRepository repository, Complaints complaints, ComplaintTerms terms, ComplaintFlow flow,
			Matters matters, CustomerNotices notices, DateTexts dates, Clock clock) {
		this.repository = repository;
		this.complaints = complaints;
		this.terms = terms;
		this.flow = flow;
		this.matters = matters;
		this.notices = notices;
		this.dates = dates;
		this.clock = clock;
	}

	/**
	 * Tells all open complaints of the fault. The same text again reaches only those that
	 * have not been told it.
	 * @throws dev.escala.validation.InvalidInputException where cause or estimated
	 * restoration is missing, or the latter has passed
	 */
	public OutageText send(long id, UserId by, String text) {
		Outage outage = this.repository.lock(id)
			.orElseThrow(() -> new NotFoundException("No hay ninguna avería con ese identificador."));
		Instant now = this.clock.instant();
		Fields fields = new Fields();
		String checked = fields.required("text", "lo que se dice a los clientes", text, LONGEST);
		if (outage.cause() == null) {
			fields.refuse("cause",
					"Escriba y guarde antes la causa: la ley la exige en la información sobre un corte.");
		}
		if (outage.restorationAt() == null) {
			fields.refuse("restoration",
					"Escriba y guarde antes cuándo se espera que vuelva: la ley lo exige en la información sobre un corte.");
		}
		else if (outage.isOpen() && !outage.restorationAt().isAfter(now)) {
			fields.refuse("restoration", "La hora prevista ya pasó. Ponga otra, o diga que la avería terminó.");
		}
		fields.done();
		OutageText last = this.repository.texts(id).stream().findFirst().orElse(null);
		OutageText said = (last != null && last.says(checked, outage)) ? last
				: this.repository.addText(outage, checked, by, now);
		this.repository.children(id)
			.stream()
			.filter(OutageComplaint::open)
			.forEach((child) -> tell(said, child.number()));
		return said;
	}

	/** A complaint came later: it is told the last text. */
	void catchUp(Outage outage, CaseNumber number) {
		this.repository.texts(outage.id()).stream().findFirst().ifPresent((last) -> tell(last, number));
	}

	private void tell(OutageText text, CaseNumber number) {
		Complaint complaint = this.complaints.lock(number);
		Optional<Customer> customer = this.matters.customer(complaint.asMatter());
		boolean byCall = complaint.statement().channel().isOnPaper() || customer.flatMap(Customer::recipient).isEmpty();
		Instant now = this.clock.instant();
		if (!complaint.isOpen() || !this.repository.tell(text.id(), number, byCall, now)) {
			return;
		}
		Locale language = Locale.forLanguageTag(customer.map(Customer::language).orElse("es"));
		Map<String, Object> told = Map.of("message", text.text(), "causeText", text.cause(), "restorationText",
				this.dates.full(text.restorationAt(), language));
		if (byCall) {
			this.notices.call(number, STEP + text.id(), TEMPLATE, told);
		}
		else {
			this.notices.tell(number, STEP + text.id(), TEMPLATE, told);
			informed(number, now);
		}
	}

	/** Only whoever called can prove that the customer knows. */
	@EventListener
	void called(CustomerCalled called) {
		if (called.step().startsWith(STEP) && this.complaints.find(called.number()).isPresent()) {
			informed(called.number(), this.clock.instant());
		}
	}

	private void informed(CaseNumber number, Instant at) {
		this.terms.met(number, CONTINUITY, at);
		this.flow.syncTimers(number);
	}

	/** What all were told, the latest first. */
	@Transactional(readOnly = true)
	public List<OutageText> texts(long id) {
		return this.repository.texts(id);
	}

}
