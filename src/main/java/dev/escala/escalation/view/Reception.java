package dev.escala.escalation.view;

import java.time.Clock;

import dev.escala.access.Staff;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who receives a case that was just reported, and by when, in a sentence. */
@Service
public class Reception {

	private final Escalations escalations;

	private final MatterClocks clocks;

	private final Staff staff;

	private final DateTexts dates;

	private final Clock clock;

	Reception(Escalations escalations, MatterClocks clocks, Staff staff, DateTexts dates, Clock clock) {
		this.escalations = escalations;
		this.clocks = clocks;
		this.staff = staff;
		this.dates = dates;
		this.clock = clock;
	}

	/** For example "lo recibe Tecnología antes de las 10:00"; refuses an unknown case. */
	@Transactional(readOnly = true)
	public String sentence(CaseNumber number) {
		Escalation escalation = this.escalations.get(number);
		if (!escalation.isOpen()) {
			return escalation.outcome().told();
		}
		String by = this.clocks.find(number, ServiceClock.ACKNOWLEDGEMENT)
			.filter((deadline) -> deadline.isOpen() && deadline.dueAt().isAfter(this.clock.instant()))
			.map((deadline) -> " " + this.dates.before(deadline.dueAt(), this.clock.instant()))
			.orElse("");
		if (escalation.ownerId() != null) {
			return "lo tiene " + this.staff.nameOf(escalation.ownerId());
		}
		if (escalation.groupId() != null) {
			return "lo recibe " + this.staff.groupName(escalation.groupId()) + by;
		}
		return (escalation.customerId() == null) ? "antes de repartirlo, Agentes o Supervisión identifican al cliente"
				: "antes de repartirlo, Agentes o Supervisión completan sus detalles";
	}

}
