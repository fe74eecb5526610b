package dev.escala.escalatedcomplaint;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.Statement;
import dev.escala.complaint.course.AwaitEscalation;
import dev.escala.customer.Customer;
import dev.escala.escalation.Report;
import dev.escala.escalation.report.ReportEscalation;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts an escalation from a complaint: of the same customer, with the customer's words.
 * The complaint waits for it.
 */
@Service
@Transactional
public class EscalateComplaint {

	private static final int LONGEST_SUBJECT = 200;

	private static final int LONGEST_DESCRIPTION = 4000;

	private final Complaints complaints;

	private final Matters matters;

	private final ReportEscalation reporting;

	private final AwaitEscalation waiting;

	private final EscalatedComplaintRepository repository;

	private final Timeline timeline;

	private final Clock clock;

	EscalateComplaint(Complaints complaints, Matters matters, ReportEscalation reporting, AwaitEscalation waiting,
			EscalatedComplaintRepository repository, Timeline timeline, Clock clock) {
		this.complaints = complaints;
		this.matters = matters;
		this.reporting = reporting;
		this.waiting = waiting;
		this.repository = repository;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Starts it. Where one runs already, asked again or by somebody else at the same
	 * moment, it is that one, and the complaint waits for it again.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 * @throws dev.escala.validation.ConflictException where nobody investigates the
	 * complaint
	 */
	public EscalatedComplaint start(CaseNumber number, UserId by, Input input) {
		this.waiting.require(number);
		EscalatedComplaint link = this.repository.running(number).orElseGet(() -> begin(number, by, input));
		if (!link.awaited() && this.waiting.begin(number, by, link.escalation())) {
			this.repository.await(link.escalation(), true);
		}
		return this.repository.running(number).orElseThrow();
	}

	/** The escalation that runs for a complaint. */
	@Transactional(readOnly = true)
	public Optional<EscalatedComplaint> running(CaseNumber number) {
		return this.repository.running(number);
	}

	/** All escalations that began with a complaint, the oldest first. */
	@Transactional(readOnly = true)
	public List<EscalatedComplaint> of(CaseNumber complaint) {
		return this.repository.ofComplaint(complaint);
	}

	/** The complaint with which an escalation began. */
	@Transactional(readOnly = true)
	public Optional<EscalatedComplaint> from(CaseNumber escalation) {
		return this.repository.ofEscalation(escalation);
	}

	private EscalatedComplaint begin(CaseNumber number, UserId by, Input input) {
		Complaint complaint = this.complaints.get(number);
		CaseNumber escalation = this.reporting.report(report(complaint, input), by).number();
		this.repository.add(number, escalation, by, this.clock.instant());
		this.timeline.add(number, by, "Empezó el escalamiento " + escalation + ".");
		this.timeline.add(escalation, by, "Sale de la reclamación " + number + ", que espera lo que resulte.");
		return this.repository.running(number).orElseThrow();
	}

	private Report report(Complaint complaint, Input input) {
		Statement said = complaint.statement();
		String words = (said.wish() == null) ? said.description()
				: said.description() + "\n\nLo que pide: " + said.wish();
		return Report.of(new Report.Input(
				this.matters.customer(complaint.asMatter()).map(Customer::code).orElse(said.customer()),
				Report.Origin.CUSTOMER.name(), input.reason(), input.criterion(), input.speciality(),
				Shortening.withEllipsis(said.subject(), LONGEST_SUBJECT),
				Shortening.withEllipsis(words, LONGEST_DESCRIPTION), input.impact(), input.urgency(), null, List.of(),
				List.of(), false));
	}

	/**
	 * What the complaint does not say; any part may be missing or wrong.
	 *
	 * @param reason name of a {@link Report.Reason}
	 * @param criterion name of a {@link Report.Criterion}
	 * @param speciality name of a {@link dev.escala.matter.Speciality}, or {@code null}
	 * @param impact name of a {@link Report.Scale}
	 * @param urgency name of a {@link Report.Scale}
	 */
	public record Input(String reason, String criterion, String speciality, String impact, String urgency) {
	}

}
