package dev.escala.escalatedcomplaint;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.card.Card.Action;
import dev.escala.card.Card.Input;
import dev.escala.card.Card.Option;
import dev.escala.card.CardSection;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Report;
import dev.escala.matter.Entitlement;
import dev.escala.reference.CaseNumber;
import dev.escala.visibility.Visibility;

import org.springframework.stereotype.Component;

/**
 * Shows the escalation on the card of its complaint and the complaint on the card of its
 * escalation, and offers to escalate. Of what somebody may not see they learn the number.
 */
@Component
class EscalatedComplaintSection implements CardSection {

	static final String ACTION = "Escalar la reclamación";

	private static final Map<Report.Criterion, String> CRITERIA = Map.of(Report.Criterion.FINANCING, "Financiamiento",
			Report.Criterion.STAFF, "Personal", Report.Criterion.TOOLS, "Herramientas", Report.Criterion.TECHNICAL,
			"Características técnicas", Report.Criterion.FUNCTIONALITY, "Funcionalidad");

	private final EscalateComplaint escalating;

	private final Complaints complaints;

	private final Escalations escalations;

	private final Visibility visibility;

	private final Entitlement entitlement;

	EscalatedComplaintSection(EscalateComplaint escalating, Complaints complaints, Escalations escalations,
			Visibility visibility, Entitlement entitlement) {
		this.escalating = escalating;
		this.complaints = complaints;
		this.escalations = escalations;
		this.visibility = visibility;
		this.entitlement = entitlement;
	}

	@Override
	public List<Section> sections(CaseNumber number, String taskKey) {
		if (isComplaint(number)) {
			List<EscalatedComplaint> links = this.escalating.of(number);
			return links.isEmpty() ? List.of()
					: List.of(new Section("Escalamiento",
							links.stream().map(this::escalation).collect(Collectors.joining("\n")),
							links.stream()
								.map(EscalatedComplaint::escalation)
								.map((one) -> new Link("Ver el escalamiento " + one, "/casos/" + one))
								.toList()));
		}
		return this.escalating.from(number)
			.map((link) -> new Section("Reclamación de la que sale", complaint(link),
					List.of(new Link("Ver la reclamación " + link.complaint(), "/reclamaciones/" + link.complaint()))))
			.map(List::of)
			.orElse(List.of());
	}

	@Override
	public List<Action> actions(CaseNumber number) {
		return isComplaint(number) ? this.complaints.find(number)
			.filter(this::canBeEscalated)
			.map((one) -> List.of(action(number)))
			.orElse(List.of()) : List.of();
	}

	private boolean canBeEscalated(Complaint complaint) {
		return complaint.phase() == ComplaintPhase.INVESTIGATE && this.entitlement.mayChange(complaint.asMatter())
				&& this.escalating.running(complaint.number()).filter(EscalatedComplaint::awaited).isEmpty();
	}

	private static Action action(CaseNumber number) {
		return new Action(ACTION, "/api/complaints/" + number + "/escalation", List
			.of(new Input("reason", "Por qué no basta con investigarla aquí",
					Arrays.stream(Report.Reason.values()).map((one) -> new Option(one.name(), one.label())).toList()),
					new Input("criterion", "De qué trata",
							Arrays.stream(Report.Criterion.values())
								.map((one) -> new Option(one.name(), CRITERIA.get(one)))
								.toList()),
					new Input("impact", "A cuánto afecta",
							Arrays.stream(Report.Scale.values())
								.map((one) -> new Option(one.name(), one.label()))
								.toList()),
					new Input("urgency", "Cuánto urge",
							Arrays.stream(Report.Scale.values())
								.map((one) -> new Option(one.name(), one.urgencyLabel()))
								.toList())));
	}

	private String escalation(EscalatedComplaint link) {
		String standing = this.visibility.sees(link.escalation())
				? this.escalations.find(link.escalation()).map(EscalatedComplaintSection::standing).orElse("") : "";
		String waits = link.awaited() ? " La reclamación espera a que termine."
				: (link.ending() == null) ? " La reclamación sigue sin esperarlo." : "";
		String came = (link.ending() == null) ? "" : " Para la reclamación, " + link.ending().told() + ".";
		return link.escalation() + standing + "." + came + waits;
	}

	private static String standing(Escalation escalation) {
		return ": " + escalation.report().subject() + " · "
				+ (escalation.isOpen() ? "fase «" + escalation.phase().label() + "»" : escalation.outcome().label());
	}

	private String complaint(EscalatedComplaint link) {
		String standing = this.visibility.sees(link.complaint()) ? this.complaints.find(link.complaint())
			.map((one) -> ": " + one.statement().subject() + " · "
					+ (one.isOpen() ? "fase «" + one.phase().label() + "»" : one.outcome().label()))
			.orElse("") : "";
		return link.complaint() + standing + "." + (link.awaited()
				? " Espera a que este caso se resuelva, y los plazos de la ley siguen corriendo para ella." : "");
	}

	private static boolean isComplaint(CaseNumber number) {
		return number.value().startsWith(Complaint.PREFIX);
	}

}
