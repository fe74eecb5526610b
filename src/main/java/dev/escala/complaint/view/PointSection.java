package dev.escala.complaint.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.card.CardSection;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.answer.ComplaintPoint;
import dev.escala.complaint.answer.ComplaintPoints;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/** Shows which points of a complaint are decided, and the way to decide the others. */
@Component
class PointSection implements CardSection {

	static final String TITLE = "Decidir punto por punto";

	private final Complaints complaints;

	private final ComplaintPoints points;

	PointSection(Complaints complaints, ComplaintPoints points) {
		this.complaints = complaints;
		this.points = points;
	}

	@Override
	public List<Section> sections(CaseNumber number, String taskKey) {
		Optional<Complaint> complaint = number.value().startsWith(Complaint.PREFIX) ? this.complaints.find(number)
				: Optional.empty();
		return complaint.map((one) -> List.of(section(one))).orElse(List.of());
	}

	private Section section(Complaint complaint) {
		List<ComplaintPoint> all = this.points.list(complaint.number());
		return new Section(TITLE,
				told(all) + all.stream()
					.map((point) -> "\n" + point.position() + ". " + point.words() + " → "
							+ (point.isOpen() ? "SIN DECIDIR" : point.ruling().label()))
					.collect(Collectors.joining()),
				List.of(new Link(TITLE, "/reclamaciones/" + complaint.number() + "/puntos")));
	}

	private static String told(List<ComplaintPoint> all) {
		long open = all.stream().filter(ComplaintPoint::isOpen).count();
		return all.isEmpty() ? "Todavía no hay ningún punto anotado."
				: (open == 0) ? "Todos los puntos están decididos."
						: (open == 1) ? "Queda 1 punto sin decidir." : "Quedan " + open + " puntos sin decidir.";
	}

}
