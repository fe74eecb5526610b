package dev.escala.escalation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.escala.access.Staff;
import dev.escala.escalation.persistence.CaseLevelRepository;
import dev.escala.notification.Message;
import dev.escala.notification.Outbox;
import dev.escala.notification.TeamNotice;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.servicelevel.Deadline;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who inside is told what about a case; every message goes through the outbox, each once.
 */
@Service
@Transactional
public class EscalationNotices {

	/** Staff read Spanish. */
	private static final Locale SPANISH = Locale.forLanguageTag("es");

	private final Escalations escalations;

	private final CaseLevelRepository levels;

	private final Decisions decisions;

	private final MailValues values;

	private final Staff staff;

	private final Outbox outbox;

	private final DateTexts dates;

	EscalationNotices(Escalations escalations, CaseLevelRepository levels, Decisions decisions, MailValues values,
			Staff staff, Outbox outbox, DateTexts dates) {
		this.escalations = escalations;
		this.levels = levels;
		this.decisions = decisions;
		this.values = values;
		this.staff = staff;
		this.outbox = outbox;
		this.dates = dates;
	}

	/** Tells the people of the groups that {@code stakeholders} names for this stage. */
	public void tellStakeholders(String number, Stage stage, String step, String template, Map<String, Object> more) {
		tellStakeholders(number, stage, step, template, more, null, Map.of());
	}

	private void tellStakeholders(String number, Stage stage, String step, String template, Map<String, Object> more,
			String alsoTold, Map<String, Object> facts) {
		Escalation escalation = this.escalations.get(number);
		Decision decision = this.decisions.decide(number, "stakeholders", Map.of("stage", stage.name(), "severity",
				escalation.severity().name(), "type", escalation.type().name(), "major", escalation.report().major()));
		Set<String> groups = new LinkedHashSet<>();
		decision.matches().forEach((match) -> groups.add((String) match.outputs().get("group")));
		if (stage == Stage.BREACH && escalation.hierarchyGroupId() != null) {
			groups.add(escalation.hierarchyGroupId());
		}
		Map<String, Staff.Person> people = new LinkedHashMap<>();
		groups.forEach((group) -> this.staff.membersOf(group).forEach((person) -> people.put(person.id(), person)));
		Stream.of(escalation.ownerId(), alsoTold)
			.filter(Objects::nonNull)
			.flatMap((id) -> this.staff.find(id).stream())
			.forEach((person) -> people.put(person.id(), person));
		Map<String, Object> model = model(escalation, more);
		tell(escalation, step, template, model, people.values());
		post(escalation, stage, groups, step, template, model, facts);
	}

	/** Without the customer's name: what leaves says which case it is, and no more. */
	private void post(Escalation escalation, Stage stage, Set<String> groups, String step, String template,
			Map<String, Object> told, Map<String, Object> facts) {
		Map<String, Object> model = new HashMap<>(told);
		model.remove("customer");
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("number", escalation.number());
		data.put("step", step);
		data.put("subject", escalation.report().subject());
		data.put("severity", escalation.severity().name());
		data.put("level", model.get("level"));
		data.put("link", model.get("link"));
		data.putAll(facts);
		this.outbox.post(new TeamNotice(escalation.number(), step, stage.event(), groups, template, model, data));
	}

	/**
	 * Tells the managers and the level above that a deadline was missed (001-09).
	 * @param reached the level that the case reached by this very miss, or {@code null}
	 * where it was at the top
	 */
	public void tellBreach(Deadline deadline, Integer reached) {
		String number = deadline.caseNumber();
		// Another miss may have taken the case further meanwhile, and tells of that.
		int level = (reached == null) ? this.escalations.get(number).level() : reached;
		tellStakeholders(number, Stage.BREACH, "breach-" + deadline.clock() + "-" + deadline.run(), "internal-breach",
				Map.of("clockLabel", deadline.clock().label(), "dueText", this.dates.full(deadline.dueAt()), "level",
						level),
				this.levels.find(number, level).map(CaseLevel::personId).orElse(null),
				Map.of("clock", deadline.clock().name(), "dueAt", deadline.dueAt().toString()));
	}

	/**
	 * Tells those who can still meet a deadline that it is near: the level whose clock it
	 * is; else the owner, or the group while nobody owns the case.
	 */
	public void tellDeadlineNear(Deadline deadline) {
		Escalation escalation = this.escalations.get(deadline.caseNumber());
		tell(escalation, "near-" + deadline.clock() + "-" + deadline.run(), "internal-deadline-near",
				model(escalation,
						Map.of("clockLabel", deadline.clock().label(), "dueText", this.dates.full(deadline.dueAt()),
								"reason", deadline.reason())),
				level(deadline).map((level) -> personOrGroup(level.personId(), level.groupId()))
					.orElseGet(() -> personOrGroup(escalation.ownerId(), escalation.groupId())));
	}

	private Optional<CaseLevel> level(Deadline deadline) {
		return IntStream.rangeClosed(2, Escalation.TOP_LEVEL)
			.filter((level) -> ServiceClock.ofLevel(level) == deadline.clock())
			.boxed()
			.findFirst()
			.flatMap((level) -> this.levels.find(deadline.caseNumber(), level));
	}

	/** Reminds the owner of a case in which nothing happens. */
	void tellUntouched(Deadline deadline) {
		Escalation escalation = this.escalations.get(deadline.caseNumber());
		tell(escalation, "untouched-" + deadline.run() + "-" + deadline.startedAt().getEpochSecond(),
				"internal-untouched",
				model(escalation,
						Map.of("sinceText", this.dates.full(deadline.startedAt()), "dueText",
								this.dates.full(deadline.dueAt()))),
				personOrGroup(escalation.ownerId(), escalation.groupId()));
	}

	/** Tells the person who owns the case, or its group while nobody does. */
	public void tellOwner(String number, String step, String template, Map<String, Object> more) {
		Escalation escalation = this.escalations.get(number);
		tell(escalation, step, template, model(escalation, more),
				personOrGroup(escalation.ownerId(), escalation.groupId()));
	}

	private List<Staff.Person> personOrGroup(String personId, String groupId) {
		return Optional.ofNullable(personId)
			.flatMap(this.staff::find)
			.map(List::of)
			.orElseGet(() -> (groupId == null) ? List.of() : this.staff.membersOf(groupId));
	}

	private void tell(Escalation escalation, String step, String template, Map<String, Object> model,
			Collection<Staff.Person> people) {
		people.stream()
			.filter((person) -> person.email() != null)
			.forEach((person) -> this.outbox
				.add(new Message(escalation.number(), step, person.name(), person.email(), template, SPANISH, model)));
	}

	private Map<String, Object> model(Escalation escalation, Map<String, Object> more) {
		Map<String, Object> model = this.values.of(escalation, SPANISH);
		model.putAll(more);
		return model;
	}

	/** Occasions on which people inside are told; an input of {@code stakeholders}. */
	public enum Stage {

		ANNOUNCE("announced"), MORE_PARTIES("morePartiesInvolved"), BREACH("deadlineMissed"), RESOLVED("resolved"),
		CLOSED("closed");

		private final String past;

		Stage(String past) {
			this.past = past;
		}

		/** What happened, as the endpoints of teams are told. */
		String event() {
			return "escalation." + this.past;
		}

	}

}
