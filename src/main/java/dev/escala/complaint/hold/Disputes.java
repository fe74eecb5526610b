package dev.escala.complaint.hold;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Dates;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.TypedDay;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people write down that decides what stops: that the customer went to a body
 * outside, that it ended there, that it is dangerous to wait. Also of a complaint that
 * has ended, because customers go there with the answer in their hands.
 */
@Service
@Transactional
public class Disputes {

	private static final int LONGEST = 1000;

	private static final int LONGEST_NAME = 200;

	private final Complaints complaints;

	private final DisputeRepository repository;

	private final Holds holds;

	private final Timeline timeline;

	private final Clock clock;

	Disputes(Complaints complaints, DisputeRepository repository, Holds holds, Timeline timeline, Clock clock) {
		this.complaints = complaints;
		this.repository = repository;
		this.holds = holds;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** All of a complaint, in order. */
	@Transactional(readOnly = true)
	public List<Dispute> list(CaseNumber number) {
		return this.repository.list(number);
	}

	/**
	 * The customer went to a body outside.
	 * @param body its name
	 * @param openedOn when, see {@link TypedDay}; nothing is today
	 * @throws ConflictException where it is at one already
	 */
	public void open(CaseNumber number, UserId by, String body, String openedOn) {
		Complaint complaint = this.complaints.lock(number);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), complaint.zone());
		Fields fields = new Fields();
		String checked = fields.requiredLine("body", "el organismo", body, LONGEST_NAME);
		LocalDate day = day(fields, openedOn, today, complaint);
		fields.done();
		if (this.repository.list(number).stream().anyMatch(Dispute::isOpen)) {
			throw new ConflictException(
					"Ya consta que " + number + " está en un organismo. Anote antes cómo terminó allí.");
		}
		this.repository.add(number, checked, day, by, this.clock.instant());
		this.timeline.add(number, by, "El cliente acudió a «" + checked + "» el " + Dates.figures(day) + ".");
		this.holds.decide(number);
	}

	/**
	 * It ended there.
	 * @param outcome how
	 * @throws ConflictException where it is at none
	 */
	public void end(CaseNumber number, UserId by, String outcome) {
		this.complaints.lock(number);
		Fields fields = new Fields();
		String checked = fields.required("outcome", "cómo terminó", outcome, LONGEST);
		fields.done();
		if (this.repository.list(number).stream().noneMatch(Dispute::isOpen)) {
			throw new ConflictException("No consta que " + number + " esté en ningún organismo.");
		}
		this.repository.end(number, checked, by, this.clock.instant());
		this.timeline.add(number, by, "Terminó el procedimiento del organismo: " + checked);
		this.holds.decide(number);
	}

	/**
	 * To leave the service on would be dangerous for people or things (Ley 10/2025, art.
	 * 4.4): it may be suspended all the same.
	 * @param reason what the danger is
	 * @throws ConflictException where nothing forbids to suspend it
	 */
	public void danger(CaseNumber number, UserId by, String reason) {
		Complaint complaint = this.complaints.lock(number);
		Fields fields = new Fields();
		String checked = fields.required("reason", "cuál es el peligro", reason, LONGEST);
		fields.done();
		Hold hold = this.holds.list(number)
			.stream()
			.filter((one) -> one.isPlaced() && one.kind() == HoldKind.SUSPENSION)
			.findFirst()
			.orElseThrow(() -> new ConflictException("Nada impide ahora suspender el servicio por " + number + "."));
		this.holds.release(complaint, hold, HoldRelease.SAFETY, checked, by);
	}

	private static LocalDate day(Fields fields, String typed, LocalDate today, Complaint complaint) {
		if (typed == null || typed.isBlank()) {
			return today;
		}
		LocalDate day = TypedDay.read(fields, "openedOn", typed);
		LocalDate presented = complaint.statement().presentedAt().atZone(complaint.zone()).toLocalDate();
		if (day != null && (day.isAfter(today) || day.isBefore(presented))) {
			fields.refuse("openedOn",
					"Tiene que ser un día entre la presentación (" + Dates.figures(presented) + ") y hoy.");
		}
		return day;
	}

}
