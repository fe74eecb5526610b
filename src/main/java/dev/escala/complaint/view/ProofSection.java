package dev.escala.complaint.view;

import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.card.CardSection;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/** Where those who lead get the whole of a complaint as one file. */
@Component
class ProofSection implements CardSection {

	private static final Role[] LEADERS = { Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS, Role.ADMINISTRATORS };

	private final Complaints complaints;

	private final CurrentUser user;

	ProofSection(Complaints complaints, CurrentUser user) {
		this.complaints = complaints;
		this.user = user;
	}

	@Override
	public List<Section> sections(CaseNumber number, String taskKey) {
		// The page of the complaint has it above.
		if (taskKey.equals(PAGE) || !number.value().startsWith(Complaint.PREFIX) || !this.user.isIn(LEADERS)
				|| this.complaints.find(number).isEmpty()) {
			return List.of();
		}
		return List.of(new Section("Expediente completo",
				"Todo lo que prueba lo que se hizo, en un PDF. Queda anotado quién lo toma.",
				List.of(new Link("Expediente completo (PDF)", "/api/complaints/" + number + "/evidence"))));
	}

}
