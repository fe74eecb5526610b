package dev.escala.escalation.preview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.Staff;
import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.Pause;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.Tier;
import dev.escala.escalation.Report.Scale;
import dev.escala.escalation.preview.PreviewRequest.PauseInput;
import dev.escala.matter.Severity;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.validation.Fields;
import dev.escala.validation.Moments;

import org.springframework.stereotype.Component;

/** Reads what a preview is asked for, and finds out the rest as for a real case. */
@Component
class PreviewFacts {

	private static final Duration FARTHEST = Duration.ofDays(366);

	private static final int PAUSES = 20;

	private final Moments moments;

	private final Decisions decisions;

	private final Customers customers;

	private final Calendars calendars;

	private final Staff staff;

	private final Clock clock;

	PreviewFacts(Moments moments, Decisions decisions, Customers customers, Calendars calendars, Staff staff,
			Clock clock) {
		this.moments = moments;
		this.decisions = decisions;
		this.customers = customers;
		this.calendars = calendars;
		this.staff = staff;
		this.clock = clock;
	}

	/**
	 * Reads the request.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	Case read(PreviewRequest request) {
		Fields fields = new Fields();
		Instant reportedAt = near(fields, "reportedAt", "cuándo se reporta", request.reportedAt());
		Optional<Customer> customer = customer(fields, request);
		Tier tier = tier(fields, request, customer);
		Severity severity = severity(fields, request);
		Scale impact = scale(fields, request, "impact", "el impacto", request.impact());
		Scale urgency = scale(fields, request, "urgency", "la urgencia", request.urgency());
		String group = fields.optionalLine("group", "el grupo", request.group(), 64);
		if (group != null && this.staff.findGroup(group).isEmpty()) {
			fields.refuse("group", "No hay ningún grupo con el identificador «" + group + "».");
		}
		WorkingCalendar calendar = calendar(fields, request, group, customer);
		List<Pause> pauses = pauses(fields, request.pauses(), reportedAt);
		fields.done();
		if (severity != null) {
			return new Case(reportedAt, severity, "Gravedad indicada", tier, calendar, pauses);
		}
		Decision decision = this.decisions.decide(null, "escalationSeverity", Map.of("impact", impact, "urgency",
				urgency, "tier", tier, "major", Boolean.TRUE.equals(request.major())));
		return new Case(reportedAt, Severity.valueOf(decision.text("severity")), decision.reason(), tier, calendar,
				pauses);
	}

	private Instant near(Fields fields, String field, String label, String value) {
		Instant moment = this.moments.read(fields, field, label, value);
		if (moment == null) {
			return null;
		}
		if (Duration.between(this.clock.instant(), moment).abs().compareTo(FARTHEST) > 0) {
			fields.refuse(field, "Se puede prever hasta un año antes o después de hoy; esa fecha queda más lejos.");
			return null;
		}
		return moment;
	}

	private Optional<Customer> customer(Fields fields, PreviewRequest request) {
		String code = fields.optionalLine("customer", "el cliente", request.customer(), 200);
		Optional<Customer> customer = Optional.ofNullable(code).flatMap(this.customers::findByCode);
		if (code != null && customer.isEmpty()) {
			fields.refuse("customer", "No hay ningún cliente con el código «" + code + "».");
		}
		return customer;
	}

	private static Tier tier(Fields fields, PreviewRequest request, Optional<Customer> customer) {
		boolean named = request.customer() != null && !request.customer().isBlank();
		if (!named) {
			return fields.oneOf("tier", "la categoría del cliente, o el código de uno", request.tier(), Tier.class,
					null);
		}
		if (request.tier() != null && !request.tier().isBlank()) {
			fields.refuse("tier", "Indique el cliente o la categoría, no los dos: la del cliente ya se conoce.");
		}
		return customer.map(Customer::tier).orElse(null);
	}

	private static Severity severity(Fields fields, PreviewRequest request) {
		boolean derived = request.impact() != null || request.urgency() != null;
		if (derived && request.severity() == null) {
			return null;
		}
		if (derived || request.major() != null) {
			fields.refuse("severity",
					"Indique la gravedad, o el impacto y la urgencia de los que sale; no las dos cosas.");
		}
		return fields.oneOf("severity", "la gravedad, o el impacto y la urgencia", request.severity(), Severity.class,
				null);
	}

	private static Scale scale(Fields fields, PreviewRequest request, String field, String label, String value) {
		boolean derived = request.severity() == null && (request.impact() != null || request.urgency() != null);
		return derived ? fields.oneOf(field, label, value, Scale.class, null) : null;
	}

	private WorkingCalendar calendar(Fields fields, PreviewRequest request, String group, Optional<Customer> customer) {
		String code = fields.optionalLine("calendar", "el calendario", request.calendar(), 64);
		if (code == null) {
			return this.calendars.effective(group, customer.map(Customer::id).orElse(null));
		}
		Optional<WorkingCalendar> calendar = this.calendars.find(code);
		if (calendar.isEmpty()) {
			fields.refuse("calendar", "No hay ningún calendario con el código «" + code + "».");
		}
		return calendar.orElse(null);
	}

	private List<Pause> pauses(Fields fields, List<PauseInput> inputs, Instant reportedAt) {
		List<Pause> pauses = new ArrayList<>();
		if (inputs == null) {
			return pauses;
		}
		if (inputs.size() > PAUSES) {
			fields.refuse("pauses", "Son demasiadas pausas: " + inputs.size() + ", y caben " + PAUSES + ".");
			return pauses;
		}
		for (int i = 0; i < inputs.size(); i++) {
			String field = "pauses[" + i + "]";
			PauseInput input = (inputs.get(i) == null) ? new PauseInput(null, null) : inputs.get(i);
			Instant from = near(fields, field + ".from", "el comienzo de la pausa", input.from());
			Instant to = near(fields, field + ".to", "el final de la pausa", input.to());
			if (from != null && to != null && isGood(fields, field, from, to, reportedAt, pauses)) {
				pauses.add(new Pause(Pause.Reason.CUSTOMER, null, from, UserId.SYSTEM, to, UserId.SYSTEM));
			}
		}
		pauses.sort(Comparator.comparing(Pause::startedAt));
		return pauses;
	}

	private static boolean isGood(Fields fields, String field, Instant from, Instant to, Instant reportedAt,
			List<Pause> others) {
		if (!from.isBefore(to)) {
			fields.refuse(field + ".to", "La pausa termina antes de empezar o no dura nada.");
			return false;
		}
		if (reportedAt != null && from.isBefore(reportedAt)) {
			fields.refuse(field + ".from", "La pausa empieza antes de que el caso se reporte.");
			return false;
		}
		if (others.stream().anyMatch((other) -> from.isBefore(other.endedAt()) && other.startedAt().isBefore(to))) {
			fields.refuse(field + ".from", "La pausa coincide con otra.");
			return false;
		}
		return true;
	}

	/**
	 * The case as it would be.
	 *
	 * @param severityReason where the severity comes from, in Spanish
	 * @param pauses in order, without overlap, each with an end
	 */
	record Case(Instant reportedAt, Severity severity, String severityReason, Tier tier, WorkingCalendar calendar,
			List<Pause> pauses) {
	}

}
