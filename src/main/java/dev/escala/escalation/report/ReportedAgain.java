package dev.escala.escalation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Report;
import dev.escala.escalation.course.CaseFile;
import dev.escala.escalation.course.DuplicateCase;
import dev.escala.escalation.course.ReassessCase;
import dev.escala.escalation.course.ReopenCase;
import dev.escala.observation.Observations;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A report of the same customer and service as a case that is observed after it was
 * closed: what that was about is back. The observed case is reopened, and the report ends
 * as its duplicate: it keeps its number and its record of another system, and nothing of
 * it is worked twice.
 */
@Component
public class ReportedAgain {

	/** What of a subject fits into a reason. */
	private static final int SUBJECT = 200;

	private final Escalations escalations;

	private final Observations observations;

	private final ReopenCase reopening;

	private final DuplicateCase duplicates;

	private final ReassessCase reassessment;

	private final CaseFile file;

	ReportedAgain(Escalations escalations, Observations observations, ReopenCase reopening, DuplicateCase duplicates,
			ReassessCase reassessment, CaseFile file) {
		this.escalations = escalations;
		this.observations = observations;
		this.reopening = reopening;
		this.duplicates = duplicates;
		this.reassessment = reassessment;
		this.file = file;
	}

	/**
	 * Lets a new case join the observed one that is about the same, if there is one.
	 * @param reported the case, whose process has begun
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void join(Escalation reported) {
		String service = reported.report().service();
		if (reported.customerId() == null || service == null) {
			return;
		}
		Optional<CaseNumber> same = this.observations.of(reported.customerId())
			.stream()
			.filter((number) -> affects(number, service))
			.findFirst();
		same.ifPresent((number) -> reopen(number, reported));
	}

	private boolean affects(CaseNumber number, String service) {
		return this.escalations.details(number)
			.stream()
			.anyMatch((detail) -> detail.kind() == CaseDetail.Kind.AFFECTED_SERVICE
					&& detail.text().strip().equalsIgnoreCase(service.strip()));
	}

	private void reopen(CaseNumber number, Escalation reported) {
		this.escalations.lock(number);
		if (this.observations.current(number).isEmpty()) {
			// Somebody has reopened it or ended its observation since: this is a case.
			return;
		}
		Report report = reported.report();
		this.reopening.reopen(number, UserId.SYSTEM,
				"Llegó otro aviso del mismo cliente y servicio (" + report.service() + "): " + reported.number() + ", «"
						+ Shortening.withEllipsis(report.subject(), SUBJECT) + "».");
		List<String> records = new ArrayList<>(List.of(reported.number().value()));
		records.addAll(texts(reported, CaseDetail.Kind.LINKED_RECORD));
		this.file.addDetails(number, UserId.SYSTEM, CaseDetail.Kind.LINKED_RECORD, records);
		this.file.addDetails(number, UserId.SYSTEM, CaseDetail.Kind.CUSTOMER_ISSUE,
				texts(reported, CaseDetail.Kind.CUSTOMER_ISSUE));
		worsen(number, report);
		this.duplicates.markDuplicate(reported.number(), UserId.SYSTEM, number.value(),
				"Es el mismo cliente y servicio, y " + number + " estaba en observación: se reabre y sigue allí.");
	}

	private List<String> texts(Escalation reported, CaseDetail.Kind kind) {
		return this.escalations.details(reported.number())
			.stream()
			.filter((detail) -> detail.kind() == kind)
			.map(CaseDetail::text)
			.toList();
	}

	/** What comes back worse is as bad as it is now, never less than it was. */
	private void worsen(CaseNumber number, Report report) {
		Report before = this.escalations.get(number).report();
		Report.Scale impact = worse(before.impact(), report.impact());
		Report.Scale urgency = worse(before.urgency(), report.urgency());
		this.reassessment.reassess(number, UserId.SYSTEM, impact.name(), urgency.name(),
				"El aviso nuevo lo describe así.");
	}

	private static Report.Scale worse(Report.Scale one, Report.Scale other) {
		return (one.compareTo(other) < 0) ? other : one;
	}

}
