package dev.escala.retention;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import dev.escala.complaint.remedy.GrantRemedy;
import dev.escala.complaint.remedy.RemedyRequest;
import dev.escala.customer.Customer;
import dev.escala.escalation.Report;
import dev.escala.escalation.report.ReportEscalation;
import dev.escala.heard.Hearsay;
import dev.escala.heard.HeardNotes;
import dev.escala.letter.LetterText;
import dev.escala.letter.WriteToCustomer;
import dev.escala.promise.MakePromise;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.TypedDay;

import org.springframework.stereotype.Component;

/**
 * Does what is done to keep a customer, by the ways that there are for it: a letter is
 * checked and read like every other, a small extra has its limits, and what is more asks
 * the gate of commitments. What they refuse is refused here.
 */
@Component
class LeavingActions {

	private static final int LONGEST_SUBJECT = 200;

	private final WriteToCustomer letters;

	private final GrantRemedy remedies;

	private final MakePromise promises;

	private final HeardNotes complaints;

	private final ReportEscalation escalations;

	LeavingActions(WriteToCustomer letters, GrantRemedy remedies, MakePromise promises, HeardNotes complaints,
			ReportEscalation escalations) {
		this.letters = letters;
		this.remedies = remedies;
		this.promises = promises;
		this.complaints = complaints;
		this.escalations = escalations;
	}

	/**
	 * Does it.
	 * @return the matter that it began, or {@code null}
	 */
	CaseNumber act(CaseNumber number, Customer customer, LeavingAction kind, String what, DoneAction.Input said,
			UserId by) {
		return switch (kind) {
			case LETTER -> {
				this.letters.write(number, by, new LetterText("actionText", what, said.overrideReason(), false, false));
				yield null;
			}
			case GOODWILL -> {
				this.remedies.grant(number, by, RemedyRequest.of(new RemedyRequest.Input("EXTRA", euros(said.amount()),
						null, what, "Para conservar al cliente", null)));
				yield null;
			}
			case PROMISE -> {
				this.promises.start(number, by, what, null);
				yield null;
			}
			case COMPLAINT ->
				this.complaints.record(Hearsay.read("COMPLAINT", what, customer.code(), null, null, number.value()))
					.orElseThrow();
			case ESCALATION ->
				this.escalations
					.report(Report.of(new Report.Input(customer.code(), "AGENT", "CUSTOMER_REQUEST", said.criterion(),
							null, Shortening.withEllipsis(Shortening.firstLine(what, LONGEST_SUBJECT), LONGEST_SUBJECT),
							what, "MEDIUM", "MEDIUM", null, List.of(), List.of(number.value()), false)), by)
					.number();
			case VISIT, OTHER -> null;
		};
	}

	/** Euros as people type them. */
	static BigDecimal euros(String typed) {
		try {
			return (typed == null || typed.isBlank()) ? null : new BigDecimal(typed.strip().replace(',', '.'));
		}
		catch (NumberFormatException ex) {
			throw new InvalidInputException("actionAmount",
					"«" + typed.strip() + "» no es un importe. Escríbalo en euros, por ejemplo 20 o 20,50.");
		}
	}

	/** The day of a visit, not one that has passed. */
	static LocalDate day(Fields fields, LeavingAction kind, String typed, LocalDate today) {
		if (kind != LeavingAction.VISIT) {
			return null;
		}
		LocalDate day = TypedDay.read(fields, "actionOn", typed);
		if (day != null && day.isBefore(today)) {
			fields.refuse("actionOn", "El día de la visita ya ha pasado: escriba el que se ha acordado.");
		}
		return day;
	}

}
