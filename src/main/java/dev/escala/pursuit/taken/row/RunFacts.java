package dev.escala.pursuit.taken.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.customer.SearchName;
import dev.escala.pipeline.exported.ExportSystem;
import dev.escala.pipeline.exported.OurWords;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.loss.LossReasons;
import dev.escala.pursuit.stage.Transition;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;

/**
 * What holds for all rows of one look through a file, asked once: it needs the same
 * memory however long the file is.
 */
public final class RunFacts {

	private static final String OTHER_REASON = "OTHER";

	private static final int LONGEST_QUOTE = 100;

	private final ExportSystem system;

	private final boolean deals;

	private final List<LossReasons.Reason> reasons;

	private final Map<String, UserId> people = new HashMap<>();

	private final Map<String, UserId> sellers = new HashMap<>();

	private final Map<StageRoutes.Wanted, List<Transition>> ways = new HashMap<>();

	RunFacts(ExportSystem system, boolean deals, LossReasons reasons, Staff staff) {
		this.system = system;
		this.deals = deals;
		this.reasons = reasons.all();
		staff.everybody().forEach((person) -> add(this.people, person));
		staff.membersOf(Role.SALES.groupId()).forEach((person) -> add(this.sellers, person));
	}

	private static void add(Map<String, UserId> people, Staff.Person person) {
		people.put(SearchName.of(person.name()), person.id());
		people.put(SearchName.of(person.id().value()), person.id());
		if (person.email() != null) {
			people.put(SearchName.of(person.email()), person.id());
		}
	}

	ExportSystem system() {
		return this.system;
	}

	PursuitKind kind() {
		return this.deals ? PursuitKind.OPPORTUNITY : PursuitKind.PROSPECT;
	}

	boolean deals() {
		return this.deals;
	}

	Map<StageRoutes.Wanted, List<Transition>> ways() {
		return this.ways;
	}

	/** Who of those who sell is called so there. */
	Optional<UserId> seller(String name) {
		return Optional.ofNullable((name == null) ? null : this.sellers.get(SearchName.of(name)));
	}

	/** The user of somebody who is named, or what was written. */
	String person(String name) {
		UserId known = (name == null) ? null : this.people.get(SearchName.of(name));
		return (known == null) ? name : known.value();
	}

	/** The code of a reason that is named in whatever words; the words are kept too. */
	String reason(String text) {
		if (text == null) {
			return null;
		}
		String plain = SearchName.of(text);
		return this.reasons.stream()
			.filter((one) -> SearchName.of(one.code()).equals(plain) || SearchName.of(one.label()).equals(plain))
			.map(LossReasons.Reason::code)
			.findFirst()
			.or(() -> OurWords.reason(text).filter(this::isReason))
			.orElseGet(() -> isReason(OTHER_REASON) ? OTHER_REASON : text);
	}

	private boolean isReason(String code) {
		return this.reasons.stream().anyMatch((one) -> one.code().equals(code));
	}

	/** Where the quote is to be found that was sent from the other system. */
	String quote(SaidRow row) {
		return Shortening.withEllipsis(this.system.label() + ": " + row.title().replaceAll("(?U)\\s+", " "),
				LONGEST_QUOTE);
	}

}
