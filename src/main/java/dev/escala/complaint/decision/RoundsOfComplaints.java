package dev.escala.complaint.decision;

import java.time.Instant;

import dev.escala.complaint.Complaints;
import dev.escala.complaint.answer.EarlierRounds;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/**
 * A complaint that is investigated again is decided again: what was written before its
 * present decision belongs to an earlier round, and so does everything while there is
 * none.
 */
@Component
class RoundsOfComplaints implements EarlierRounds {

	private final Complaints complaints;

	RoundsOfComplaints(Complaints complaints) {
		this.complaints = complaints;
	}

	@Override
	public boolean isEarlier(CaseNumber number, Instant writtenAt) {
		return this.complaints.find(number)
			.filter((complaint) -> complaint.decidedAt() == null || writtenAt.isBefore(complaint.decidedAt()))
			.isPresent();
	}

}
