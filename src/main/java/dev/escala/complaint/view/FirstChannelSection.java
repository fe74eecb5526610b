package dev.escala.complaint.view;

import java.util.List;

import dev.escala.card.CardSection;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.abuse.Abuses;
import dev.escala.complaint.classification.ClassifyComplaint;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/**
 * How to talk to the customer before anything else: who is 65 or older is called (Ley
 * 10/2025, art. 10.6), who abused somebody is written to (004-27).
 */
@Component
class FirstChannelSection implements CardSection {

	private final Complaints complaints;

	private final Abuses abuses;

	private final ClassifyComplaint tables;

	FirstChannelSection(Complaints complaints, Abuses abuses, ClassifyComplaint tables) {
		this.complaints = complaints;
		this.abuses = abuses;
		this.tables = tables;
	}

	@Override
	public List<Section> sections(CaseNumber number, String taskKey) {
		if (!number.value().startsWith(Complaint.PREFIX)) {
			return List.of();
		}
		return this.complaints.find(number)
			.filter(Complaint::isOpen)
			.map((one) -> List.of(new Section("Cómo hablarle primero",
					this.tables.first(one.traits().senior(), one.traits().vulnerable(),
							this.abuses.isLettersOnly(number), one.severity()))))
			.orElse(List.of());
	}

}
