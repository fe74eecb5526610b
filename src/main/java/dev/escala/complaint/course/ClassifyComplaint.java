package dev.escala.complaint.course;

import dev.escala.access.Role;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.complaint.classification.ComplaintKind;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a complaint is, how bad it is, whose work it is, and by when it is answered. */
@Service
@Transactional
public class ClassifyComplaint {

	private final Complaints complaints;

	private final ComplaintRepository repository;

	private final ComplaintTerms terms;

	private final Timeline timeline;

	ClassifyComplaint(Complaints complaints, ComplaintRepository repository, ComplaintTerms terms, Timeline timeline) {
		this.complaints = complaints;
		this.repository = repository;
		this.terms = terms;
		this.timeline = timeline;
	}

	/** Decides by the tables, from what is known now. */
	public Complaint decide(CaseNumber number) {
		this.complaints.lock(number);
		this.terms.count(number);
		this.repository.route(number, Severity.MODERATE, Role.AGENTS.groupId());
		return this.complaints.get(number);
	}

	/** Somebody says what it is about, in the customer's words. */
	public Complaint classify(CaseNumber number, UserId by, ComplaintKind kind, ComplaintTopic topic,
			Complaint.Traits traits) {
		Complaint complaint = this.complaints.lockIn(number, "clasificar", ComplaintPhase.CLASSIFY,
				ComplaintPhase.COMPLETE);
		this.repository.classify(number, complaint.statement().about(kind, topic), traits);
		this.timeline.add(number, by, "Clasificó: " + kind.label() + ", " + topic.label() + ".");
		return decide(number);
	}

}
