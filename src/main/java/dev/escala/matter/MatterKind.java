package dev.escala.matter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.Role;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.validation.ConflictException;

/**
 * What a kind of matter answers to the rooms that work on it. A capability plugs itself
 * in with one bean of this type; its numbers begin with its prefix.
 */
public interface MatterKind extends KindPart {

	/** Its name in the table of matters, for example {@code escalation}. */
	String name();

	/** What one of them is called, in Spanish: the end of "no hay ningún…". */
	String label();

	/** Where the API has its matters, without the number. */
	default String api() {
		return "/api/matters/";
	}

	/** The matter as it stands now. */
	Optional<Matter> find(CaseNumber number);

	/** The same, kept from others until the transaction ends. */
	Optional<Matter> lock(CaseNumber number);

	/** Customers whom the matter affects beside its own, each once. */
	default List<AffectedCustomer> alsoAffected(CaseNumber number) {
		return List.of();
	}

	/** The numbers of the open ones that are about a customer or affect it. */
	List<CaseNumber> openOf(CustomerId customerId);

	/** The numbers of the open ones that are about a customer. */
	List<CaseNumber> openOwnOf(CustomerId customerId);

	/**
	 * What decision tables may ask of a matter beyond its severity and its customer's
	 * tier, by the name of the input.
	 */
	default Map<String, Object> facts(CaseNumber number) {
		return Map.of();
	}

	/**
	 * What a mail can say of a matter that only its kind knows, by the name of the field.
	 * @param locale the language of the mail
	 * @param dates says dates as its reader reads them
	 */
	default Map<String, Object> mailValues(CaseNumber number, Locale locale, DateTexts dates) {
		return Map.of();
	}

	/** Whether one process carries it as long as it is open. */
	default boolean isCarried() {
		return true;
	}

	/** Whether all is done but the closing: the customer waits for news of that only. */
	default boolean isClosing(CaseNumber number) {
		return false;
	}

	/**
	 * The group that would work the matter in that speciality; by default the experts.
	 */
	default String groupFor(CaseNumber number, Speciality speciality) {
		return Role.EXPERTS.groupId();
	}

	/**
	 * Somebody else owns the matter from now on.
	 * @param userId who, or {@code null} where it goes back to its group
	 */
	void own(CaseNumber number, UserId userId);

	/** Whether the matter ended so that it can go on. */
	default boolean canReopen(CaseNumber number) {
		return false;
	}

	/** How the matter ended, in Spanish: the end of "el caso X…". */
	default String ending(CaseNumber number) {
		return "terminó";
	}

	/** The matter that goes on for this one, where it ended because both are the same. */
	default Optional<CaseNumber> continuedIn(CaseNumber number) {
		return Optional.empty();
	}

	/**
	 * The matter goes on: what it was about happens again.
	 * @throws ConflictException where it cannot
	 */
	default void reopen(CaseNumber number, UserId actor, String reason) {
		throw new ConflictException(number + " no se puede reabrir.");
	}

	/** The customer's tier has changed: decides again how bad the matter is. */
	default void assess(CaseNumber number) {
		// Most kinds are as bad as they were.
	}

	/** Whether somebody took it over once, so that it can have an owner at all. */
	default boolean isTakenOver(CaseNumber number) {
		return find(number).map(Matter::ownerId).isPresent();
	}

}
