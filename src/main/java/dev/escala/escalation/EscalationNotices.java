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
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.escalation.persistence.CaseLevelRepository;
import dev.escala.notification.Message;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.notification.TeamNotice;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.servicelevel.Deadline;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.servicelevel.ServiceLevels;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import dev.escala.tracking.TrackingLinks;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is told what about a case; every message goes through the outbox, each once. */
@Service
@Transactional
public class EscalationNotices {

	private final Escalations escalations;

	private final CaseLevelRepository levels;

	private final Customers customers;

	private final Decisions decisions;

	private final NextCommunication next;

	private final ServiceLevels serviceLevels;

	private final Staff staff;

	private final Outbox outbox;

	private final TrackingLinks links;

	private final Timeline timeline;

	private final DateTexts dates;

	private final String organisation;

	private final String publicUrl;

	EscalationNotices(Escalations escalations, CaseLevelRepository levels, Customers customers, Decisions decisions,
			NextCommunication next, ServiceLevels serviceLevels, Staff staff, Outbox outbox, TrackingLinks links,
			Timeline timeline, DateTexts dates, @Value("${escala.organisation-name:Escala}") String organisation,
			@Value("${escala.public-url:http://localhost:8080}") String publicUrl) {
		this.escalations = escalations;
		this.levels = levels;
		this.customers = customers;
		this.decisions = decisions;
		this.next = next;
		this.serviceLevels = serviceLevels;
		this.staff = staff;
		this.outbox = outbox;
		this.links = links;
		this.timeline = timeline;
		this.dates = dates;
		this.organisation = organisation;
		this.publicUrl = publicUrl;
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
		tell(escalation, step, template, more, people.values());
		post(escalation, stage, groups, step, template, more, facts);
	}

	/** Without the customer's name: what leaves says which case it is, and no more. */
	private void post(Escalation escalation, Stage stage, Set<String> groups, String step, String template,
			Map<String, Object> more, Map<String, Object> facts) {
		Map<String, Object> model = model(escalation, Locale.forLanguageTag("es"));
		model.putAll(more);
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
				Map.of("clockLabel", deadline.clock().label(), "dueText", this.dates.full(deadline.dueAt()), "reason",
						deadline.reason()),
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
				"internal-untouched", Map.of("sinceText", this.dates.full(deadline.startedAt()), "dueText",
						this.dates.full(deadline.dueAt())),
				personOrGroup(escalation.ownerId(), escalation.groupId()));
	}

	/** Tells the person who owns the case, or its group while nobody does. */
	public void tellOwner(String number, String step, String template, Map<String, Object> more) {
		Escalation escalation = this.escalations.get(number);
		tell(escalation, step, template, more, personOrGroup(escalation.ownerId(), escalation.groupId()));
	}

	private List<Staff.Person> personOrGroup(String personId, String groupId) {
		return Optional.ofNullable(personId)
			.flatMap(this.staff::find)
			.map(List::of)
			.orElseGet(() -> (groupId == null) ? List.of() : this.staff.membersOf(groupId));
	}

	private void tell(Escalation escalation, String step, String template, Map<String, Object> more,
			Collection<Staff.Person> people) {
		Map<String, Object> model = model(escalation, Locale.forLanguageTag("es"));
		model.putAll(more);
		people.stream()
			.filter((person) -> person.email() != null)
			.forEach((person) -> this.outbox.add(new Message(escalation.number(), step, person.name(), person.email(),
					template, Locale.forLanguageTag("es"), model)));
	}

	/** Tells only those customers of the case. */
	public void tellCustomers(String number, String step, String template, Map<String, Object> more, Set<Long> only) {
		Escalation escalation = this.escalations.get(number);
		only.stream()
			.flatMap((id) -> this.customers.find(id).stream())
			.forEach((customer) -> tell(escalation, customer, step, template, more));
	}

	/** Tells the customer of the case and every other customer that it affects. */
	public void tellCustomers(String number, String step, String template, Map<String, Object> more) {
		Escalation escalation = this.escalations.get(number);
		this.escalations.affected(number)
			.forEach((affected) -> affected.customer()
				.ifPresentOrElse((customer) -> tell(escalation, customer, step, template, more),
						() -> notReachable(number, affected.name())));
	}

	/**
	 * Gives one customer the first notice (001-19).
	 * @return the message, if there is an address
	 */
	Optional<OutboxMessage> announce(String number, Customer customer) {
		Optional<Customer.Contact> contact = customer.recipient();
		contact.ifPresent((known) -> tell(this.escalations.get(number), customer, "announcement",
				"customer-announcement", Map.of()));
		return contact.flatMap((known) -> this.outbox.find(number, "announcement", known.email()));
	}

	private void tell(Escalation escalation, Customer customer, String step, String template,
			Map<String, Object> more) {
		Optional<Customer.Contact> contact = customer.recipient();
		if (contact.isEmpty()) {
			notReachable(escalation.number(), customer.name());
			return;
		}
		Message message = message(escalation, customer, contact.get(), step, template, more);
		message.model().put("trackingLink", this.links.issue(escalation.number(), customer.id(), message.locale()));
		this.outbox.add(message);
	}

	/**
	 * What a customer would be told, or empty where nobody can be reached. Nothing is
	 * sent.
	 * @param customerId the customer, or {@code null} for the one of the case
	 */
	Optional<CustomerMail> preview(String number, Long customerId, String template, Map<String, Object> more) {
		Escalation escalation = this.escalations.get(number);
		Optional<Customer> reader = (customerId == null) ? this.escalations.customer(escalation)
				: this.customers.find(customerId);
		return reader.flatMap((customer) -> customer.recipient().map((contact) -> {
			Message message = message(escalation, customer, contact, "preview", template, more);
			Outbox.Preview mail = this.outbox.preview(message);
			return new CustomerMail(contact.name(), customer.name(), (String) message.model().get("nextUpdateText"),
					mail.subject(), mail.text());
		}));
	}

	/** What a template would show of the case, or empty where there is none. */
	Optional<Map<String, Object>> values(String number, Locale locale) {
		return this.escalations.find(number).map((escalation) -> {
			Map<String, Object> values = model(escalation, locale);
			this.escalations.customer(escalation)
				.flatMap(Customer::recipient)
				.ifPresent((contact) -> values.put("recipientName", contact.name()));
			return values;
		});
	}

	private Message message(Escalation escalation, Customer customer, Customer.Contact contact, String step,
			String template, Map<String, Object> more) {
		Locale locale = Locale.forLanguageTag(customer.language());
		Map<String, Object> model = model(escalation, locale);
		model.put("customer", customer.name());
		model.putAll(more);
		return new Message(escalation.number(), step, contact.name(), contact.email(), template, locale, model);
	}

	private void notReachable(String number, String name) {
		this.timeline.add(number, TimelineEntry.SYSTEM,
				"No se pudo avisar a " + name + ": no hay dirección de correo.");
	}

	private Map<String, Object> model(Escalation escalation, Locale locale) {
		Map<String, Object> model = new HashMap<>();
		model.put("organisation", this.organisation);
		model.put("number", escalation.number());
		model.put("customer", this.escalations.customerName(escalation));
		model.put("subject", escalation.report().subject());
		model.put("severityLabel", escalation.severity().label());
		model.put("typeLabel", escalation.type().label());
		model.put("level", escalation.level());
		model.put("link", this.publicUrl + "/camunda/app/tasklist/default/");
		if (escalation.groupId() != null) {
			model.put("groupName", this.staff.groupName(escalation.groupId()));
		}
		Optional.ofNullable(escalation.ownerId())
			.flatMap(this.staff::find)
			.ifPresent((owner) -> model.put("ownerName", owner.name()));
		this.next.of(escalation.number())
			.ifPresent((next) -> model.put("nextUpdateText", this.dates.full(next.dueAt(), locale)));
		this.next.solution(escalation.number())
			.ifPresent((solved) -> model.put("resolutionText", this.dates.full(solved.dueAt(), locale)));
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
