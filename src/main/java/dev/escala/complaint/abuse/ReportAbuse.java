package dev.escala.complaint.abuse;

import java.time.Clock;
import java.util.Locale;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports that somebody of the staff was abused (004-27). Nobody has to bear it: the
 * person is taken out of the matter at once, supervision goes on with it, and the
 * customer gets letters only.
 */
@Service
@Transactional
public class ReportAbuse {

	private static final int LONGEST = 2000;

	private final Matters matters;

	private final AbuseRepository repository;

	private final Staff staff;

	private final Timeline timeline;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ReportAbuse(Matters matters, AbuseRepository repository, Staff staff, Timeline timeline,
			ApplicationEventPublisher events, Clock clock) {
		this.matters = matters;
		this.repository = repository;
		this.staff = staff;
		this.timeline = timeline;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Reports it.
	 * @param by who reports it: the person themself, or who saw it
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public void report(CaseNumber number, UserId by, Input input) {
		Fields fields = new Fields();
		AbuseKind kind = fields.oneOf("kind", "qué ocurrió", input.kind(), AbuseKind.class, null);
		String what = fields.required("what", "lo que ocurrió", input.what(), LONGEST);
		String named = fields.optionalLine("person", "a quién se maltrató", input.person(), 64);
		UserId person = (named == null) ? by : new UserId(named);
		if (this.staff.find(person).isEmpty()) {
			fields.refuse("person", "No hay ninguna persona con el usuario «" + person + "».");
		}
		fields.done();
		this.matters.lock(number);
		String group = Role.SUPERVISORS.groupId();
		this.repository.add(number, kind, what, person, group, by, this.clock.instant());
		this.timeline.add(number, by,
				kind.label() + " a " + this.staff.nameOf(person) + ": deja el asunto, que pasa a "
						+ this.staff.groupName(group).toLowerCase(Locale.ROOT)
						+ ". Al cliente solo se le responde por escrito.");
		this.events.publishEvent(new AbuseReported(number, person, group, by));
	}

	/**
	 * What somebody sent; any part may be missing or wrong.
	 *
	 * @param kind name of an {@link AbuseKind}
	 * @param what what happened
	 * @param person user id of who was abused; whoever reports it where it is missing
	 */
	public record Input(String kind, String what, String person) {
	}

}
