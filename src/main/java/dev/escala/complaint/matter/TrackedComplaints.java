package dev.escala.complaint.matter;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.course.JudgeAnswer;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.tracking.Feedback;
import dev.escala.tracking.Standing;
import dev.escala.tracking.TrackedKind;

import org.springframework.stereotype.Component;

/**
 * What the customer's page says of a complaint, in the customer's language:
 * {@code complaint-tracking.properties} is Spanish,
 * {@code complaint-tracking_en.properties} English.
 */
@Component
class TrackedComplaints implements TrackedKind {

	private static final int STEPS = 4;

	/** From so many points of five on, it is solved. */
	private static final int SOLVED = 3;

	private final Complaints complaints;

	private final JudgeAnswer judging;

	TrackedComplaints(Complaints complaints, JudgeAnswer judging) {
		this.complaints = complaints;
		this.judging = judging;
	}

	@Override
	public String prefix() {
		return Complaint.PREFIX;
	}

	@Override
	public Standing standing(CaseNumber number, Locale language) {
		Complaint complaint = this.complaints.get(number);
		ResourceBundle words = ComplaintWords.texts(language);
		List<String> steps = IntStream.rangeClosed(1, STEPS)
			.mapToObj((step) -> words.getString("step." + step))
			.toList();
		String sentence = complaint.isOpen() ? "now." + complaint.phase() : "ended." + complaint.outcome();
		return new Standing(steps, step(complaint.phase()), words.getString(sentence), !complaint.isOpen(),
				complaint.phase() == ComplaintPhase.CHECK, complaint.answeredAt(), wanted(complaint, language));
	}

	/** What is missing, and until when it can come. */
	private String wanted(Complaint complaint, Locale language) {
		return this.complaints.cures(complaint.number())
			.stream()
			.filter((cure) -> cure.isOpen() && complaint.phase() == ComplaintPhase.COMPLETE)
			.map((cure) -> cure.missing() + "\n\n"
					+ MessageFormat.format(ComplaintWords.texts(language).getString("wanted.until"),
							ComplaintWords.day(cure, language)))
			.findFirst()
			.orElse(null);
	}

	private static int step(ComplaintPhase phase) {
		return switch (phase) {
			case CLASSIFY, COMPLETE -> 1;
			case INVESTIGATE, DECIDE -> 2;
			case ANSWER -> 3;
			case CHECK -> 4;
			case ENDED -> STEPS + 1;
		};
	}

	@Override
	public void rated(CaseNumber number, Feedback given) {
		boolean solved = given.solved() && given.score() >= SOLVED;
		String words = (given.comment() != null || solved) ? given.comment()
				: "Dice que " + (given.solved() ? "está" : "no está") + " resuelto y lo valora con " + given.score()
						+ " de 5, sin más palabras.";
		this.judging.judge(number, UserId.CUSTOMER, given.heard(), solved, words);
	}

}
