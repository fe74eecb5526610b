package dev.escala.complaint.view;

import java.util.List;

import dev.escala.card.CardSection;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.receipt.ComplaintReceipts;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/**
 * Where the receipt is, with the key in it: whoever has the customer on the telephone
 * reads it to them (Ley 10/2025, art. 11).
 */
@Component
class ReceiptSection implements CardSection {

	private final ComplaintReceipts receipts;

	ReceiptSection(ComplaintReceipts receipts) {
		this.receipts = receipts;
	}

	@Override
	public List<Section> sections(CaseNumber caseNumber, String taskKey) {
		if (!caseNumber.value().startsWith(Complaint.PREFIX) || this.receipts.find(caseNumber).isEmpty()) {
			return List.of();
		}
		return List.of(new Section("Clave y justificante",
				"La clave con la que el cliente la sigue está en el justificante: désela si la pide.",
				List.of(new Link("Abrir el justificante (PDF)", "/api/complaints/" + caseNumber + "/receipt"))));
	}

}
