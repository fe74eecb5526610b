package dev.escala.complaint.course;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintMoved;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.abuse.Abuses;
import dev.escala.complaint.classification.Classification;
import dev.escala.complaint.classification.ClassifyComplaint;
import dev.escala.complaint.classification.ComplaintKind;
import dev.escala.complaint.classification.ComplaintTraits;
import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;
import dev.escala.transfer.TransferReviews;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a complaint is, how bad it is, whose work it is, and by when it is answered. */
@Service
@Transactional
public class AssessComplaint {

	/** Nobody has said yet what it is about. */
	private static final String OTHER = "OTHER";

	private final Complaints complaints;

	private final ComplaintRepository repository;

	private final ComplaintTerms terms;

	private final ClassifyComplaint tables;

	private final Abuses abuses;

	private final ComplaintLaw law;

	private final Matters matters;

	private final Timeline timeline;

	private final TransferReviews transfers;

	private final ApplicationEventPublisher events;

	AssessComplaint(Complaints complaints, ComplaintRepository repository, ComplaintTerms terms,
			ClassifyComplaint tables, Abuses abuses, ComplaintLaw law, Matters matters, Timeline timeline,
			TransferReviews transfers, ApplicationEventPublisher events) {
		this.complaints = complaints;
		this.repository = repository;
		this.terms = terms;
		this.tables = tables;
		this.abuses = abuses;
		this.law = law;
		this.matters = matters;
		this.timeline = timeline;
		this.transfers = transfers;
		this.events = events;
	}

	/** Decides by the tables, from what is known now. */
	public Complaint decide(CaseNumber number) {
		Complaint complaint = this.complaints.lock(number);
		this.terms.count(number);
		Complaint.Traits traits = complaint.traits();
		Classification classified = this.tables.classify(number,
				new ComplaintTraits(complaint.statement().kind(), (traits.reason() == null) ? OTHER : traits.reason(),
						this.law.sector(), this.repository.product(number).orElse(null),
						this.matters.tier(complaint.asMatter()),
						new ComplaintTraits.Circumstances(traits.publicExposure(), traits.brokenPromise(),
								traits.vulnerable(), traits.senior(), this.abuses.isLettersOnly(number),
								this.transfers.times(number))));
		String group = this.abuses.groupOf(number).orElseGet(classified::group);
		this.repository.route(number, classified.severity(), group);
		if (!group.equals(complaint.groupId())) {
			this.transfers.passedOn(number, classified.severity());
		}
		this.events.publishEvent(new ComplaintMoved(number));
		return this.complaints.get(number);
	}

	/** Somebody says what it is about, in the customer's words. */
	public Complaint classify(CaseNumber number, UserId by, ComplaintKind kind, ComplaintTopic topic,
			Complaint.Traits traits) {
		Complaint complaint = this.complaints.lockIn(number, "clasificar", ComplaintPhase.CLASSIFY,
				ComplaintPhase.COMPLETE);
		this.repository.classify(number, complaint.statement().about(kind, topic), traits);
		this.timeline.add(number, by,
				"Clasificó: " + Sentences.continued(kind.label()) + ", " + Sentences.continued(topic.label()) + ".");
		return decide(number);
	}

}
