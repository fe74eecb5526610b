package dev.escala.complaint.course;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintFlow;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer says how the answer was: on their page, or on the telephone (004-54). */
@Service
@Transactional
public class JudgeAnswer {

	private static final int LONGEST = 4000;

	private final Complaints complaints;

	private final ComplaintRepository repository;

	private final AnsweredComplaint answers;

	private final AskComplainant question;

	private final ComplaintFlow flow;

	private final Timeline timeline;

	JudgeAnswer(Complaints complaints, ComplaintRepository repository, AnsweredComplaint answers,
			AskComplainant question, ComplaintFlow flow, Timeline timeline) {
		this.complaints = complaints;
		this.repository = repository;
		this.answers = answers;
		this.question = question;
		this.flow = flow;
		this.timeline = timeline;
	}

	/**
	 * The customer says whether they were heard and whether it is solved. Said when
	 * nobody waited for it any more, but before it was closed, it counts as much.
	 * @param judgement what else they say, or {@code null}; what is still wrong where it
	 * is not solved
	 * @throws InvalidInputException where it is not solved and they do not say why
	 */
	public void judge(CaseNumber number, UserId by, boolean heard, boolean solved, String judgement) {
		Complaint complaint = this.complaints.lockIn(number, "decir cómo quedó", ComplaintPhase.CHECK);
		Fields fields = new Fields();
		String checked = solved ? fields.optional("judgement", "lo que añade", judgement, LONGEST)
				: fields.required("judgement", "qué sigue sin resolverse", judgement, LONGEST);
		fields.done();
		this.repository.judged(number, heard, solved, checked);
		this.timeline.add(number, by,
				(heard ? "Se sintió escuchado" : "No se sintió escuchado") + " y "
						+ (solved ? "dice que está resuelto" : "dice que no está resuelto")
						+ ((checked == null) ? "." : ": " + checked));
		this.question.needless(complaint);
		if (!this.flow.awaitsClosing(number)) {
			this.flow.judged(number);
		}
		else if (!solved) {
			this.answers.again(number, by, checked);
			this.flow.stillWrong(number);
		}
	}

}
