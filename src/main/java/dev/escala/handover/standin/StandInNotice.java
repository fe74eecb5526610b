package dev.escala.handover.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.escala.access.Staff;
import dev.escala.notification.Message;
import dev.escala.notification.Outbox;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what work came to them, all of one look in one mail. That they know is
 * kept in the transaction that queues the mail: it is neither forgotten nor sent twice.
 */
@Component
class StandInNotice {

	/** Stands where other messages have the number of their case. */
	static final String CASE = "Suplencias";

	/** So many for one reason fit into a mail that somebody reads. */
	private static final int MOST = 20;

	private final StandInRepository repository;

	private final HeldTaskRepository tasks;

	private final Receivers receivers;

	private final Staff staff;

	private final Outbox outbox;

	private final String publicUrl;

	StandInNotice(StandInRepository repository, HeldTaskRepository tasks, Receivers receivers, Staff staff,
			Outbox outbox, @Value("${escala.public-url}") String publicUrl) {
		this.repository = repository;
		this.tasks = tasks;
		this.receivers = receivers;
		this.staff = staff;
		this.outbox = outbox;
		this.publicUrl = publicUrl;
	}

	@Transactional
	void tell() {
		this.repository.takeTurns();
		List<StandIn> untold = this.repository.untold();
		Map<UserId, List<StandIn>> byReceiver = new LinkedHashMap<>();
		for (StandIn one : untold) {
			receivers(one).forEach((person) -> byReceiver.computeIfAbsent(person, (id) -> new ArrayList<>()).add(one));
		}
		byReceiver.forEach((person, some) -> this.staff.find(person)
			.filter((found) -> found.email() != null)
			.ifPresent((found) -> tell(found, some)));
		this.repository.told(untold.stream().map(StandIn::id).toList());
	}

	/** The holder; of what a group shares, all of it who are there, or Supervisión. */
	private Set<UserId> receivers(StandIn one) {
		if (one.holder() != null) {
			return Set.of(one.holder());
		}
		return this.receivers.there(one.linked() ? Set.of(Receivers.SUPERVISORS)
				: this.tasks.find(one.taskId()).map(HeldTask::groups).orElse(Set.of()));
	}

	private void tell(Staff.Person person, List<StandIn> some) {
		long last = some.get(some.size() - 1).id();
		Map<String, Object> model = Map.of("count", some.size(), "sections", sections(some), "link",
				this.publicUrl + "/camunda/app/tasklist/default/");
		this.outbox.add(new Message(new CaseNumber(CASE), "stand-in-" + last, person.name(), person.email(),
				"internal-stand-in", Locale.forLanguageTag("es"), model));
	}

	private static List<Map<String, Object>> sections(List<StandIn> some) {
		Map<String, List<String>> byReason = new LinkedHashMap<>();
		some.forEach((one) -> byReason.computeIfAbsent(one.because(), (reason) -> new ArrayList<>())
			.add((one.number() == null) ? one.taskName() : one.number() + " · " + one.taskName()));
		List<Map<String, Object>> sections = new ArrayList<>();
		byReason.forEach((reason, lines) -> sections.add(Map.of("title", reason, "lines",
				lines.stream().limit(MOST).toList(), "more", Math.max(0, lines.size() - MOST))));
		return sections;
	}

}
