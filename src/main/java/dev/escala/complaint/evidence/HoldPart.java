package dev.escala.complaint.evidence;

import java.util.ArrayList;
import java.util.List;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.hold.Disputes;
import dev.escala.complaint.hold.Hold;
import dev.escala.complaint.hold.Holds;
import dev.escala.text.Dates;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was not done meanwhile, whom we told so, and to which body the customer went. */
@Component
@Order(40)
class HoldPart implements EvidencePart {

	private final Holds holds;

	private final Disputes disputes;

	HoldPart(Holds holds, Disputes disputes) {
		this.holds = holds;
		this.disputes = disputes;
	}

	@Override
	public List<EvidenceSection> sections(Complaint complaint, EvidenceTexts texts) {
		List<EvidenceSection> sections = new ArrayList<>();
		for (Hold hold : this.holds.list(complaint.number())) {
			EvidenceSection.Builder section = EvidenceSection.of(hold.kind().label())
				.line("Hasta cuándo", hold.until().label())
				.line("Norma", hold.norm())
				.line("Por qué", hold.because())
				.line("Desde", texts.moment(hold.placedAt()))
				.line("Se levantó", texts.moment(hold.releasedAt()))
				.line("Quién", texts.person(hold.releasedBy()))
				.line("Porque", (hold.release() == null) ? null : hold.release().label())
				.line("Peligro", hold.note());
			this.holds.told(complaint.number(), hold)
				.forEach((message) -> section.line("Comunicado a " + message.recipient(), message.status().label()
						+ ((message.sentAt() == null) ? "" : ", " + texts.moment(message.sentAt()))));
			sections.addAll(section.build());
		}
		this.disputes.list(complaint.number())
			.forEach((dispute) -> sections.addAll(EvidenceSection.of("Organismo al que acudió")
				.line("Organismo", dispute.body())
				.line("Cuándo", Dates.figures(dispute.openedOn()))
				.line("Anotado", texts.person(dispute.recordedBy()) + ", " + texts.moment(dispute.recordedAt()))
				.line("Terminó", texts.moment(dispute.endedAt()))
				.line("Cómo", dispute.outcome())
				.build()));
		return sections;
	}

}
