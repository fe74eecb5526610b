package dev.escala.complaint.outage;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.complaint.remedy.NoOffers;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/** Who complains that a service does not work is not sold anything meanwhile. */
@Component
class ContinuityComplaints implements NoOffers {

	private final Complaints complaints;

	ContinuityComplaints(Complaints complaints) {
		this.complaints = complaints;
	}

	@Override
	public boolean isContinuity(CaseNumber number) {
		return number.value().startsWith(Complaint.PREFIX) && this.complaints.find(number)
			.filter((complaint) -> complaint.statement().topic() == ComplaintTopic.OUTAGE)
			.isPresent();
	}

}
