package dev.escala.complaint.matter;

import java.util.List;
import java.util.stream.Stream;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.letter.DraftMaterial;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/** What a complaint gives to the drafts of its letters. */
@Component
class ComplaintDrafts implements DraftMaterial {

	private final Complaints complaints;

	ComplaintDrafts(Complaints complaints) {
		this.complaints = complaints;
	}

	@Override
	public String prefix() {
		return Complaint.PREFIX;
	}

	@Override
	public List<String> issues(CaseNumber number) {
		Complaint complaint = this.complaints.get(number);
		return Stream.of(complaint.statement().subject(), complaint.statement().wish())
			.filter((text) -> text != null && !text.isBlank())
			.toList();
	}

	@Override
	public List<String> steps(CaseNumber number) {
		return List.of();
	}

}
