package dev.escala.complaint.hold;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.card.CardSection;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;
import dev.escala.text.Dates;

import org.springframework.stereotype.Component;

/** Shows what must not be done meanwhile, and to which body the customer went. */
@Component
class HoldSection implements CardSection {

	static final String TITLE = "Suspensión, cobro y organismos";

	private final Complaints complaints;

	private final Holds holds;

	private final Disputes disputes;

	private final DateTexts dates;

	HoldSection(Complaints complaints, Holds holds, Disputes disputes, DateTexts dates) {
		this.complaints = complaints;
		this.holds = holds;
		this.disputes = disputes;
		this.dates = dates;
	}

	@Override
	public List<Section> sections(CaseNumber number, String taskKey) {
		if (!number.value().startsWith(Complaint.PREFIX) || this.complaints.find(number).isEmpty()) {
			return List.of();
		}
		List<Hold> holds = this.holds.list(number);
		List<Dispute> disputes = this.disputes.list(number);
		String text = Stream
			.concat(holds.stream().map((hold) -> told(number, hold)), disputes.stream().map(HoldSection::told))
			.collect(Collectors.joining("\n"));
		return List
			.of(new Section(TITLE, text.isEmpty() ? "Nada impide suspender ni cobrar por esta reclamación." : text,
					List.of(new Link("Anotar que acudió a un organismo, o un peligro",
							"/reclamaciones/" + number + "/organismos"))));
	}

	private String told(CaseNumber number, Hold hold) {
		String head = hold.isPlaced()
				? hold.kind().label() + " " + hold.until().label() + ", desde el " + this.dates.brief(hold.placedAt())
						+ " (" + hold.norm() + ")."
				: "Se levantó «" + hold.kind().label() + "» el " + this.dates.brief(hold.releasedAt()) + ": "
						+ hold.release().label() + ((hold.note() == null) ? "." : ". " + hold.note());
		String told = this.holds.told(number, hold)
			.stream()
			.map((message) -> message.recipient() + ": " + message.status().label())
			.distinct()
			.collect(Collectors.joining(", "));
		return head
				+ (told.isEmpty() ? " Ningún sistema lo recibe: avise a Facturación." : " Comunicado a " + told + ".");
	}

	private static String told(Dispute dispute) {
		return "Acudió a «" + dispute.body() + "» el " + Dates.figures(dispute.openedOn()) + ". "
				+ (dispute.isOpen() ? "Aún no ha terminado." : "Terminó: " + dispute.outcome());
	}

}
