package dev.escala.notice;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.escala.access.Staff;
import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineNear;
import dev.escala.clock.ServiceClock;
import dev.escala.level.DeadlineMissed;
import dev.escala.level.Levels;
import dev.escala.level.Omissions;
import dev.escala.level.ReachedLevel;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.notification.Message;
import dev.escala.notification.Outbox;
import dev.escala.notification.TeamNotice;
import dev.escala.owner.MatterUntouched;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.text.DateTexts;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who inside is told what about a case; every message goes through the outbox, each once.
 */
@Service
@Transactional
public class StaffNotices {

	/** Staff read Spanish. */
	private static final Locale SPANISH = Locale.forLanguageTag("es");

	private final Matters matters;

	private final Levels levels;

	private final Decisions decisions;

	private final MailValues values;

	private final Recipients recipients;

	private final Outbox outbox;

	private final DateTexts dates;

	private final Omissions omissions;

	StaffNotices(Matters matters, Levels levels, Decisions decisions, MailValues values, Recipients recipients,
			Outbox outbox, DateTexts dates, Omissions omissions) {
		this.matters = matters;
		this.levels = levels;
		this.decisions = decisions;
		this.values = values;
		this.recipients = recipients;
		this.outbox = outbox;
		this.dates = dates;
		this.omissions = omissions;
	}

	/** Tells the people of the groups that {@code stakeholders} names for this stage. */
	public void tellStakeholders(CaseNumber number, Stage stage, String step, String template,
			Map<String, Object> more) {
		tellStakeholders(number, stage, step, template, more, null, Map.of());
	}

	private void tellStakeholders(CaseNumber number, Stage stage, String step, String template,
			Map<String, Object> more, UserId alsoTold, Map<String, Object> facts) {
		Matter matter = this.matters.get(number);
		Decision decision = this.decisions.decide(number, "stakeholders", situation(matter, stage));
		Set<String> groups = new LinkedHashSet<>();
		decision.matches().forEach((match) -> groups.add((String) match.outputs().get("group")));
		if (stage == Stage.BREACH) {
			this.levels.highest(number).map(ReachedLevel::groupId).ifPresent(groups::add);
		}
		Map<UserId, Staff.Person> people = new LinkedHashMap<>();
		groups
			.forEach((group) -> this.recipients.membersOf(group).forEach((person) -> people.put(person.id(), person)));
		Stream.of(matter.ownerId(), alsoTold)
			.filter(Objects::nonNull)
			.flatMap((id) -> this.recipients.find(id).stream())
			.forEach((person) -> people.put(person.id(), person));
		Map<String, Object> model = model(matter, more);
		tell(matter, step, template, model, people.values());
		post(matter, stage, groups, step, template, model, facts);
	}

	private Map<String, Object> situation(Matter matter, Stage stage) {
		Map<String, Object> situation = new HashMap<>(this.matters.facts(matter));
		situation.put("stage", stage.name());
		situation.put("severity", matter.severity().name());
		return situation;
	}

	/** Without the customer's name: what leaves says which case it is, and no more. */
	private void post(Matter matter, Stage stage, Set<String> groups, String step, String template,
			Map<String, Object> told, Map<String, Object> facts) {
		Map<String, Object> model = new HashMap<>(told);
		model.remove("customer");
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("number", matter.number().value());
		data.put("step", step);
		data.put("subject", matter.subject());
		data.put("severity", matter.severity().name());
		data.put("level", model.get("level"));
		data.put("link", model.get("link"));
		data.putAll(facts);
		this.outbox.post(new TeamNotice(matter.number(), step, stage.event(), groups, template, model, data));
	}

	/**
	 * Tells the managers and the level above that a deadline was missed (001-09). Of
	 * those that passed at once one tells of all: that which took the case up, or the
	 * first.
	 */
	@EventListener
	void tellBreach(DeadlineMissed missed) {
		Deadline deadline = missed.deadline();
		Integer reached = missed.level();
		CaseNumber number = deadline.caseNumber();
		List<Deadline> together = this.omissions.together(deadline);
		if (this.omissions.teller(together) != deadline.id()) {
			return;
		}
		// Another miss may have taken the case further meanwhile, and tells of that.
		int level = (reached == null) ? this.levels.current(number) : reached;
		Map<String, Object> more = new HashMap<>(Map.of("clockLabel",
				together.stream().map((one) -> one.clock().label()).collect(Collectors.joining(", ")), "dueText",
				this.dates.full(deadline.dueAt()), "level", level));
		if (reached != null) {
			more.put("raisedLevel", reached);
		}
		tellStakeholders(number, Stage.BREACH, "breach-" + deadline.clock() + "-" + deadline.run(), "internal-breach",
				more, this.levels.find(number, level).map(ReachedLevel::personId).orElse(null),
				Map.of("clock", deadline.clock().name(), "dueAt", deadline.dueAt().toString()));
	}

	/**
	 * Tells those who can still meet a deadline that it is near: the level whose clock it
	 * is; else the owner, or the group while nobody owns the case.
	 */
	@EventListener
	void tellDeadlineNear(DeadlineNear near) {
		Deadline deadline = near.deadline();
		Matter matter = this.matters.get(deadline.caseNumber());
		tell(matter, "near-" + deadline.clock() + "-" + deadline.run(), "internal-deadline-near",
				model(matter,
						Map.of("clockLabel", deadline.clock().label(), "dueText", this.dates.full(deadline.dueAt()),
								"reason", deadline.reason())),
				level(deadline).map((level) -> personOrGroup(level.personId(), level.groupId()))
					.orElseGet(() -> personOrGroup(matter.ownerId(), matter.groupId())));
	}

	private Optional<ReachedLevel> level(Deadline deadline) {
		return IntStream.rangeClosed(2, Levels.TOP)
			.filter((level) -> ServiceClock.ofLevel(level) == deadline.clock())
			.boxed()
			.findFirst()
			.flatMap((level) -> this.levels.find(deadline.caseNumber(), level));
	}

	/** Reminds the owner of a case in which nothing happens. */
	@EventListener
	void tellUntouched(MatterUntouched untouched) {
		Deadline deadline = untouched.deadline();
		Matter matter = this.matters.get(deadline.caseNumber());
		tell(matter, "untouched-" + deadline.run() + "-" + deadline.startedAt().getEpochSecond(), "internal-untouched",
				model(matter, Map.of("sinceText", this.dates.full(deadline.startedAt()), "dueText",
						this.dates.full(deadline.dueAt()))),
				personOrGroup(matter.ownerId(), matter.groupId()));
	}

	/** Tells the person who owns the case, or its group while nobody does. */
	public void tellOwner(CaseNumber number, String step, String template, Map<String, Object> more) {
		Matter matter = this.matters.get(number);
		tell(matter, step, template, model(matter, more), personOrGroup(matter.ownerId(), matter.groupId()));
	}

	/** Tells the group of a level, whose members share what it decides. */
	public void tellLevel(CaseNumber number, String step, String template, Map<String, Object> more,
			ReachedLevel level) {
		Matter matter = this.matters.get(number);
		Map<String, Object> model = model(matter, more);
		model.put("level", level.level());
		tell(matter, step, template, model, this.recipients.membersOf(level.groupId()));
	}

	/** Tells the people of a group, whoever owns the matter. */
	public void tellGroup(CaseNumber number, String step, String template, Map<String, Object> more, String groupId) {
		Matter matter = this.matters.get(number);
		tell(matter, step, template, model(matter, more), this.recipients.membersOf(groupId));
	}

	/** Tells those people. */
	public void tellPeople(CaseNumber number, String step, String template, Map<String, Object> more,
			Collection<UserId> people) {
		Matter matter = this.matters.get(number);
		tell(matter, step, template, model(matter, more),
				people.stream().flatMap((id) -> this.recipients.find(id).stream()).toList());
	}

	private List<Staff.Person> personOrGroup(UserId personId, String groupId) {
		return this.recipients.personOrGroup(personId, groupId);
	}

	private void tell(Matter matter, String step, String template, Map<String, Object> model,
			Collection<Staff.Person> people) {
		people.stream()
			.filter((person) -> person.email() != null)
			.forEach((person) -> this.outbox
				.add(new Message(matter.number(), step, person.name(), person.email(), template, SPANISH, model)));
	}

	private Map<String, Object> model(Matter matter, Map<String, Object> more) {
		Map<String, Object> model = this.values.values(matter, SPANISH);
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
