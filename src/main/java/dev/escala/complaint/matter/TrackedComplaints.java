package dev.escala.complaint.matter;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.course.ComplaintProgress;
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

	/** For colleagues: nobody is kept from saying no because they do not write why. */
	private static final String UNSOLVED = "No escribió qué sigue sin resolverse.";

	private final Complaints complaints;

	private final ComplaintProgress progress;

	TrackedComplaints(Complaints complaints, ComplaintProgress progress) {
		this.complaints = complaints;
		this.progress = progress;
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
		String said = (given.comment() != null || given.solved()) ? given.comment() : UNSOLVED;
		this.progress.judge(number, UserId.CUSTOMER, given.heard(), given.solved(), said);
	}

}
