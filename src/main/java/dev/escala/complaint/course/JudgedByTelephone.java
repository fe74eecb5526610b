package dev.escala.complaint.course;

import dev.escala.call.CustomerJudged;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.matter.MatterEnded;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a customer answers on the telephone counts like what they answer on their page;
 * after the end "it is not solved" reopens the complaint.
 */
@Component
@Transactional
class JudgedByTelephone {

	private final Complaints complaints;

	private final JudgeAnswer judging;

	private final AskComplainant question;

	private final ReopenComplaint reopening;

	JudgedByTelephone(Complaints complaints, JudgeAnswer judging, AskComplainant question, ReopenComplaint reopening) {
		this.complaints = complaints;
		this.judging = judging;
		this.question = question;
		this.reopening = reopening;
	}

	@EventListener
	void judged(CustomerJudged said) {
		if (this.complaints.find(said.number()).isEmpty()) {
			return;
		}
		Complaint complaint = this.complaints.lock(said.number());
		if (complaint.phase() == ComplaintPhase.CHECK) {
			this.judging.judge(said.number(), said.by(), said.heard(), said.solved(), said.note());
		}
		else if (!said.solved() && this.reopening.isPossible(complaint)) {
			this.reopening.reopen(said.number(), said.by(), said.note());
		}
	}

	@EventListener
	void ended(MatterEnded event) {
		this.complaints.find(event.number()).ifPresent(this.question::needless);
	}

}
