package dev.escala.erasure;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records that are about a person as a whole, and go with them: a contact, a mail, a
 * message. A module that keeps such records brings a bean of this type. In all other
 * texts, of tables that nobody has thought of too, name, address and telephone are taken
 * out of the text, which stays.
 */
public interface PersonalRecords {

	/** What they are, in Spanish and in the plural: the beginning of a line. */
	String label();

	/** Under which names they know the address: names and telephones as written. */
	Set<String> knownAs(String address);

	/**
	 * Removes them, or all that the person wrote in them where the record itself has to
	 * stay.
	 * @return how many there were
	 */
	int erase(Person person);

	/**
	 * The rows that are theirs though they do not name them, as JSON by table, for
	 * whoever asks what is held about them.
	 */
	default Map<String, List<String>> rows(Person person) {
		return Map.of();
	}

}
