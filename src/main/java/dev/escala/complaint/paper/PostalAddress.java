package dev.escala.complaint.paper;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.Statement;
import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the answer is posted to (Ley 10/2025, art. 12.3): noted or corrected as long as
 * it has not been.
 */
@Service
@Transactional
public class PostalAddress {

	private final Complaints complaints;

	private final ComplaintRepository repository;

	private final AnswerSheets sheets;

	private final Timeline timeline;

	PostalAddress(Complaints complaints, ComplaintRepository repository, AnswerSheets sheets, Timeline timeline) {
		this.complaints = complaints;
		this.repository = repository;
		this.sheets = sheets;
		this.timeline = timeline;
	}

	/**
	 * Notes it; an answer that waits to be posted is printed again with it.
	 * @throws ConflictException where the answer has left
	 * @throws dev.escala.validation.InvalidInputException where it is empty or too long
	 */
	public void note(CaseNumber number, UserId by, String typed) {
		Complaint complaint = this.complaints.lock(number);
		if (!complaint.isOpen() || complaint.answeredAt() != null) {
			throw new ConflictException("La respuesta de " + number + " ya salió: su dirección no se cambia.");
		}
		Fields fields = new Fields();
		String address = fields.required("address", "la dirección postal", typed, Statement.LONGEST_ADDRESS);
		fields.done();
		if (address.equals(complaint.statement().postalAddress())) {
			return;
		}
		this.repository.livesAt(number, address);
		this.timeline.add(number, by, "Anotó la dirección postal para la respuesta.");
		this.sheets.again(number);
	}

}
