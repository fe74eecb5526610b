package dev.escala.complaint.view;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.card.Card.Action;
import dev.escala.card.Card.Input;
import dev.escala.card.CardSection;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.attention.AskAttention;
import dev.escala.complaint.attention.AttentionRequest;
import dev.escala.matter.Entitlement;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/**
 * Shows when the customer asked for a human or a supervisor, and when they got one; and
 * lets whoever has them on the telephone write it down.
 */
@Component
class AttentionSection implements CardSection {

	private final Complaints complaints;

	private final AskAttention requests;

	private final Entitlement entitlement;

	private final DateTexts dates;

	AttentionSection(Complaints complaints, AskAttention requests, Entitlement entitlement, DateTexts dates) {
		this.complaints = complaints;
		this.requests = requests;
		this.entitlement = entitlement;
		this.dates = dates;
	}

	@Override
	public List<Section> sections(CaseNumber number, String taskKey) {
		List<AttentionRequest> all = number.value().startsWith(Complaint.PREFIX) ? this.requests.of(number) : List.of();
		return all.isEmpty() ? List.of() : List.of(new Section("Pidió hablar con alguien",
				all.stream().map(this::line).collect(Collectors.joining("\n"))));
	}

	@Override
	public List<Action> actions(CaseNumber number) {
		if (!number.value().startsWith(Complaint.PREFIX) || this.complaints.find(number)
			.filter((complaint) -> this.entitlement.mayChange(complaint.asMatter()))
			.isEmpty()) {
			return List.of();
		}
		String at = "/api/complaints/" + number + "/attention/";
		return List.of(
				new Action("Anotar que pidió un supervisor", at + "supervisor",
						List.of(Input.optionalNumber("waitedSeconds",
								"Segundos que esperó (vacío: nadie le atendió, hay que devolverle la llamada hoy)"),
								new Input("phone", "A qué teléfono (vacío: el de su ficha)", List.of(), false),
								new Input("note", "Qué quiere", List.of(), false))),
				new Action("Anotar que pidió hablar con una persona", at + "human", List.of(new Input("waitedSeconds",
						"Segundos que esperó hasta que le atendieron", List.of(), true, true))));
	}

	private String line(AttentionRequest request) {
		String asked = this.dates.brief(request.askedAt()) + ": " + request.kind().label() + ". ";
		if (request.isOpen()) {
			return asked + "Hay que devolverle la llamada antes de: " + this.dates.full(request.dueAt()) + ".";
		}
		Duration waited = Duration.between(request.askedAt(), request.attendedAt());
		return asked + ((request.dueAt() == null) ? "Esperó " + waited.toSeconds() + " segundos."
				: "Se le devolvió la llamada " + this.dates.brief(request.attendedAt())
						+ (request.attendedAt().isAfter(request.dueAt()) ? ", tarde." : "."));
	}

}
