package dev.escala.matter;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.text.Shortening;
import dev.escala.validation.NotFoundException;
import dev.escala.visibility.Visibility;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Finds matters of whatever kind, and whom they are about. */
@Service
public class Matters {

	private static final int LONGEST_REASON = 1000;

	/** The kinds use the rooms, which use this. */
	private final ObjectProvider<MatterKind> kinds;

	private final MatterRepository repository;

	private final Customers customers;

	private final ApplicationEventPublisher events;

	private final Visibility visibility;

	Matters(ObjectProvider<MatterKind> kinds, MatterRepository repository, Customers customers,
			ApplicationEventPublisher events, Visibility visibility) {
		this.visibility = visibility;
		this.kinds = kinds;
		this.repository = repository;
		this.customers = customers;
		this.events = events;
	}

	/** A kind has a new matter; before anything else refers to it. */
	public void register(CaseNumber number, String kind) {
		this.repository.add(number, kind);
		this.visibility.began(number);
	}

	/**
	 * Whoever may not see a matter learns no more of it than of one that does not exist.
	 * Numbers of anything else are not looked at.
	 */
	public void requireSeen(CaseNumber number) {
		if (kindOf(number).isPresent() && !this.visibility.sees(number)) {
			throw unknown(number);
		}
	}

	/**
	 * The matter is over: whatever is under way for it ends.
	 * @param why one Spanish sentence
	 */
	public void end(CaseNumber number, String why) {
		this.repository.setOpen(number, false);
		this.events.publishEvent(new MatterEnded(number, why));
	}

	/**
	 * A kind lets a matter go on after its end; another process may carry it.
	 * @param why what came back
	 */
	public void goesOn(CaseNumber number, UserId by, String why) {
		this.repository.setOpen(number, true);
		this.repository.release(number);
		this.events.publishEvent(new MatterReopened(number, by, why));
	}

	/**
	 * Ties a matter to the process instance that carries it.
	 * @return whether it was free and open: a matter is carried only once
	 */
	public boolean bind(CaseNumber number, String processInstanceId) {
		return this.repository.bind(number, processInstanceId);
	}

	/** The process instance that carries the matter. */
	public Optional<String> processInstanceId(CaseNumber number) {
		return this.repository.processInstanceId(number);
	}

	/**
	 * A part of the open matters, by number.
	 * @param after the last number of the part before; empty for the first part
	 */
	public List<OpenMatter> openAfter(String after, int limit) {
		return this.repository.openAfter(after, limit);
	}

	public Optional<Matter> find(CaseNumber number) {
		return kindOf(number).flatMap((kind) -> kind.find(number));
	}

	/** The matter; refuses an unknown number. */
	public Matter get(CaseNumber number) {
		return find(number).orElseThrow(() -> unknown(number));
	}

	/**
	 * The matter, kept from others until the transaction ends, if that may be done with
	 * it now.
	 */
	public Matter lockFor(CaseNumber number, MatterAction action) {
		Matter matter = lock(number);
		matter.requireAllowed(action);
		return matter;
	}

	/** The matter, kept from others until the transaction ends, however it stands. */
	public Matter lock(CaseNumber number) {
		return kindOf(number).flatMap((kind) -> kind.lock(number)).orElseThrow(() -> unknown(number));
	}

	/** What decision tables may ask of the matter, by the name of the input. */
	public Map<String, Object> facts(Matter matter) {
		return kind(matter.number()).facts(matter.number());
	}

	/** The customer's tier has changed: decides again how bad the matter is. */
	public void assess(CaseNumber number) {
		kind(number).assess(number);
	}

	/** Whether one process carries the matter as long as it is open. */
	public boolean isCarried(CaseNumber number) {
		return kind(number).isCarried();
	}

	/** What a mail can say of the matter that only its kind knows. */
	public Map<String, Object> mailValues(CaseNumber number, Locale locale, DateTexts dates) {
		return kind(number).mailValues(number, locale, dates);
	}

	/** Whether all is done but the closing: the customer waits for news of that only. */
	public boolean isClosing(CaseNumber number) {
		return kind(number).isClosing(number);
	}

	/** The group that would work the matter in that speciality. */
	public String groupFor(CaseNumber number, Speciality speciality) {
		return kind(number).groupFor(number, speciality);
	}

	/** How the matter ended, in Spanish: the end of "el caso X…". */
	public String ending(CaseNumber number) {
		return kind(number).ending(number);
	}

	/** Whether the number is one of a kind that we know, whether or not it exists. */
	public boolean isNumber(CaseNumber number) {
		return kindOf(number).isPresent();
	}

	/**
	 * The matter, or the one that goes on for it: it may have been found to be the same
	 * as another one, and that one again. Empty where there is none with this number.
	 */
	public Optional<Matter> goingOn(CaseNumber number) {
		Set<CaseNumber> passed = new LinkedHashSet<>();
		CaseNumber last = number;
		while (passed.add(last)) {
			CaseNumber here = last;
			last = kindOf(here).flatMap((kind) -> kind.continuedIn(here)).orElse(here);
		}
		return find(last);
	}

	/** Whether the matter ended so that it can go on. */
	public boolean canReopen(CaseNumber number) {
		return kind(number).canReopen(number);
	}

	/**
	 * The matter goes on: what it was about happens again.
	 * @param reason what came back; of a long text its beginning is kept as the reason
	 * @throws dev.escala.validation.ConflictException where it cannot
	 */
	public void reopen(CaseNumber number, UserId actor, String reason) {
		kind(number).reopen(number, actor, Shortening.withEllipsis(reason, LONGEST_REASON));
	}

	/** Where the API has the matter. */
	public String api(CaseNumber number) {
		return kind(number).api() + number;
	}

	/** The name of the kind of a matter; asks nobody but its number. */
	public String kindName(CaseNumber number) {
		return kind(number).name();
	}

	/** Whether somebody took the matter over once. */
	public boolean isTakenOver(CaseNumber number) {
		return kind(number).isTakenOver(number);
	}

	/**
	 * Somebody else owns the matter from now on.
	 * @param userId who, or {@code null} where it goes back to its group
	 */
	public void own(CaseNumber number, UserId userId) {
		kind(number).own(number, userId);
	}

	/** The customer, where it is known which. */
	public Optional<Customer> customer(Matter matter) {
		return Optional.ofNullable(matter.customerId()).flatMap(this.customers::find);
	}

	/** The customer's tier; a customer that nobody identified yet counts as standard. */
	public Tier tier(Matter matter) {
		return customer(matter).map(Customer::tier).orElse(Tier.STANDARD);
	}

	/** The same, kept from changing until the transaction ends. */
	public Tier keptTier(Matter matter) {
		return Optional.ofNullable(matter.customerId()).flatMap(this.customers::keptTier).orElse(Tier.STANDARD);
	}

	/** The customer's name as far as it is known. */
	public String customerName(Matter matter) {
		return customer(matter).map(Customer::name).orElse(matter.customerText());
	}

	/** The customers of a matter that are known: its own first, then those it affects. */
	public List<Customer> customers(Matter matter) {
		return affected(matter).stream().flatMap((one) -> one.customer().stream()).toList();
	}

	/**
	 * The customers whom the matter affects: its own first, each once. Its own is missing
	 * while nobody knows which it is.
	 */
	public List<AffectedCustomer> affected(Matter matter) {
		Map<String, AffectedCustomer> affected = new LinkedHashMap<>();
		customer(matter).map((own) -> new AffectedCustomer(own.name(), Optional.of(own)))
			.ifPresent((own) -> affected.put(own.key(), own));
		kind(matter.number()).alsoAffected(matter.number()).forEach((one) -> affected.putIfAbsent(one.key(), one));
		return List.copyOf(affected.values());
	}

	/**
	 * The numbers of the open matters that are about a customer or affect it, in order.
	 */
	public List<CaseNumber> openOf(CustomerId customerId) {
		return this.kinds.stream().map((kind) -> kind.openOf(customerId)).flatMap(Collection::stream).sorted().toList();
	}

	/** What Tasklist shows of the matter beside a task, by the name of the variable. */
	public Map<String, Object> variables(CaseNumber number) {
		Matter matter = get(number);
		Optional<Customer> customer = customer(matter);
		Tier tier = customer.map(Customer::tier).orElse(Tier.STANDARD);
		String name = customer.map(Customer::name).orElse(matter.customerText());
		return Map.of(MatterVariables.NUMBER, number.value(), MatterVariables.SEVERITY, matter.severity().name(),
				MatterVariables.SEVERITY_LABEL, matter.severity().label(), MatterVariables.TIER, tier.name(),
				MatterVariables.CUSTOMER_NAME, Optional.ofNullable(name).orElse(""));
	}

	/** The numbers of the open matters that are about a customer, in order. */
	public List<CaseNumber> openOwnOf(CustomerId customerId) {
		return this.kinds.stream()
			.map((kind) -> kind.openOwnOf(customerId))
			.flatMap(Collection::stream)
			.sorted()
			.toList();
	}

	private MatterKind kind(CaseNumber number) {
		return kindOf(number).orElseThrow(() -> unknown(number));
	}

	private Optional<MatterKind> kindOf(CaseNumber number) {
		return KindPart.find(this.kinds.stream(), number);
	}

	private NotFoundException unknown(CaseNumber number) {
		return new NotFoundException("No hay ningún " + kindOf(number).map(MatterKind::label).orElse("asunto")
				+ " con el número " + number + ".");
	}

}
