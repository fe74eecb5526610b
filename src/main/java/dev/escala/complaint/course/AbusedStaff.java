package dev.escala.complaint.course;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.abuse.AbuseReported;
import dev.escala.complaint.persistence.ComplaintRepository;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where somebody of the staff was abused, another group goes on with it (004-27). */
@Component
class AbusedStaff {

	private final ComplaintRepository repository;

	AbusedStaff(ComplaintRepository repository) {
		this.repository = repository;
	}

	@EventListener
	void reported(AbuseReported reported) {
		this.repository.lock(reported.number())
			.filter(Complaint::isOpen)
			.ifPresent(
					(complaint) -> this.repository.route(complaint.number(), complaint.severity(), reported.groupId()));
	}

}
