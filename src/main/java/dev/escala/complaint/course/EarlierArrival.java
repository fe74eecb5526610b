package dev.escala.complaint.course;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintFlow;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.inbound.opening.MailAssigned;
import dev.escala.timeline.Timeline;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a customer said on the page or by telephone had come by mail before, where nobody
 * had looked at it yet. The earliest arrival at any door counts: the terms begin there.
 */
@Component
class EarlierArrival {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d/M/uuuu 'a las' H:mm", Locale.ROOT);

	private final Complaints complaints;

	private final ComplaintRepository repository;

	private final ComplaintTerms terms;

	private final ComplaintFlow flow;

	private final Timeline timeline;

	EarlierArrival(Complaints complaints, ComplaintRepository repository, ComplaintTerms terms, ComplaintFlow flow,
			Timeline timeline) {
		this.complaints = complaints;
		this.repository = repository;
		this.terms = terms;
		this.flow = flow;
		this.timeline = timeline;
	}

	@EventListener
	void assigned(MailAssigned mail) {
		if (this.complaints.find(mail.number()).isEmpty()) {
			return;
		}
		Complaint complaint = this.complaints.lock(mail.number());
		if (complaint.isOpen() && complaint.answeredAt() == null
				&& mail.arrivedAt().isBefore(complaint.statement().presentedAt())) {
			this.repository.presented(mail.number(), mail.arrivedAt());
			this.timeline.add(mail.number(), mail.by(),
					"El correo " + mail.mailId() + " había llegado antes: cuenta desde el "
							+ MOMENT.format(mail.arrivedAt().atZone(complaint.zone())) + ".");
			this.terms.count(mail.number());
			this.flow.syncTimers(mail.number());
		}
	}

}
