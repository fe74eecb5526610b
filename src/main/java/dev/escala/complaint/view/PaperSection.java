package dev.escala.complaint.view;

import java.util.List;
import java.util.Optional;

import dev.escala.card.Card.Action;
import dev.escala.card.Card.Input;
import dev.escala.card.CardSection;
import dev.escala.complaint.AnswerChannel;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.paper.AnswerSheet;
import dev.escala.complaint.paper.AnswerSheets;
import dev.escala.matter.Entitlement;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/**
 * Where the answer on paper is, and to which address it goes: whoever posts it opens it,
 * prints it and writes its number into the task.
 */
@Component
class PaperSection implements CardSection {

	static final String TITLE = "La respuesta, para imprimirla";

	private final Complaints complaints;

	private final AnswerSheets sheets;

	private final Entitlement entitlement;

	private final DateTexts dates;

	PaperSection(Complaints complaints, AnswerSheets sheets, Entitlement entitlement, DateTexts dates) {
		this.complaints = complaints;
		this.sheets = sheets;
		this.entitlement = entitlement;
		this.dates = dates;
	}

	@Override
	public List<Section> sections(CaseNumber number, String taskKey) {
		return find(number)
			.flatMap((complaint) -> this.sheets.find(number).map((sheet) -> List.of(section(complaint, sheet))))
			.orElse(List.of());
	}

	@Override
	public List<Action> actions(CaseNumber number) {
		return find(number)
			.filter((one) -> one.isOpen() && one.answeredAt() == null && one.statement().channel() == AnswerChannel.POST
					&& this.entitlement.mayChange(one.asMatter()))
			.map((one) -> List.of(new Action(
					(one.statement().postalAddress() == null) ? "Anotar la dirección postal"
							: "Corregir la dirección postal",
					"/api/complaints/" + number + "/postal-address",
					List.of(new Input("address", "Calle y número, código postal y población")))))
			.orElse(List.of());
	}

	private Section section(Complaint complaint, AnswerSheet sheet) {
		String address = complaint.statement().postalAddress();
		String where = (complaint.statement().channel() == AnswerChannel.IN_PERSON) ? "Se entrega en mano."
				: (address == null) ? "No consta la dirección postal: pídala y anótela antes de imprimirla."
						: "Se envía a: " + address.lines().map(String::strip).reduce((a, b) -> a + ", " + b).orElse("");
		return new Section(TITLE,
				where + "\nPreparada: " + this.dates.brief(sheet.madeAt())
						+ ". Imprima el PDF y envíelo o entréguelo tal cual.",
				List.of(new Link("Abrir la respuesta (PDF)", "/api/complaints/" + complaint.number() + "/answer")));
	}

	private Optional<Complaint> find(CaseNumber number) {
		return number.value().startsWith(Complaint.PREFIX) ? this.complaints.find(number) : Optional.empty();
	}

}
