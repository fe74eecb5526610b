package dev.escala.staffing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.access.Staff;
import dev.escala.reference.UserId;
import dev.escala.text.NearMatches;
import dev.escala.text.Sentences;
import dev.escala.text.Shortening;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Service;

/**
 * Finds the person whom somebody chose or typed, among those who can be given work: who
 * has an account and belongs to a group. Without a group nobody sees a task.
 */
@Service
public class PersonSearch {

	private static final int SHOWN = 60;

	private final Staff staff;

	private final Directory directory;

	PersonSearch(Staff staff, Directory directory) {
		this.staff = staff;
		this.directory = directory;
	}

	/**
	 * Whom a form offers, by name: each with the keys {@code label} and {@code value}.
	 */
	public List<Map<String, String>> choices() {
		return working().stream()
			.sorted(Comparator.comparing(Staff.Person::name, String.CASE_INSENSITIVE_ORDER))
			.map((person) -> Map.of("label", shown(person), "value", person.id().value()))
			.toList();
	}

	/** The person, if there is such an account and it belongs to a group. */
	public Optional<Staff.Person> find(UserId id) {
		return this.directory.find(id).filter((person) -> !this.staff.groupsOf(person.id()).isEmpty());
	}

	/** The person's full name, or the id where there is no such person. */
	public String name(UserId id) {
		return this.directory.nameOf(id);
	}

	/**
	 * The person who was chosen from {@link #choices}.
	 * @param fields where a refusal goes, under the given field
	 */
	public void require(Fields fields, String field, UserId chosen) {
		if (find(chosen).isEmpty()) {
			fields.refuse(field,
					this.directory.find(chosen)
						.map(PersonSearch::idle)
						.orElse("«" + chosen + "» no está en el directorio: elija a la persona de la lista."));
		}
	}

	/**
	 * The person whose user id or full name somebody typed, without regard to case and
	 * accents; the user id goes before a name.
	 * @param fields where a refusal goes, under the given field: nobody has that name,
	 * several have it, or whoever has it can be given no work
	 * @return the person, or {@code null} where the text was refused
	 */
	public UserId read(Fields fields, String field, String typed) {
		List<Staff.Person> everybody = this.staff.everybody();
		List<Staff.Person> meant = meant(typed, everybody);
		if (meant.size() == 1) {
			Staff.Person person = meant.get(0);
			if (this.staff.groupsOf(person.id()).isEmpty()) {
				fields.refuse(field, idle(person));
				return null;
			}
			return person.id();
		}
		fields.refuse(field, meant.isEmpty() ? unknown(typed, working()) : ambiguous(meant));
		return null;
	}

	/** Everybody who belongs to a group, each once. */
	private Collection<Staff.Person> working() {
		Map<UserId, Staff.Person> people = new TreeMap<>();
		this.staff.groups()
			.forEach((group) -> this.staff.membersOf(group.id()).forEach((person) -> people.put(person.id(), person)));
		return people.values();
	}

	static List<Staff.Person> meant(String typed, Collection<Staff.Person> people) {
		String wanted = plain(typed);
		List<Staff.Person> byId = people.stream()
			.filter((person) -> plain(person.id().value()).equals(wanted))
			.toList();
		return !byId.isEmpty() ? byId
				: people.stream().filter((person) -> plain(person.name()).equals(wanted)).toList();
	}

	static String unknown(String typed, Collection<Staff.Person> people) {
		List<String> near = NearMatches
			.of(plain(typed), people,
					(person) -> Stream
						.concat(Stream.of(person.id().value(), person.name()), Stream.of(person.name().split("\\s+")))
						.toList())
			.stream()
			.map(PersonSearch::shown)
			.toList();
		return "«" + Shortening.withEllipsis(typed.strip(), SHOWN) + "» no está en el directorio."
				+ (near.isEmpty() ? " Escriba el usuario o el nombre completo de la persona."
						: " ¿Quiso decir " + near.stream().collect(Collectors.joining(" o ")) + "?");
	}

	static String ambiguous(List<Staff.Person> meant) {
		return "Hay varias personas que se llaman «" + meant.get(0).name() + "»: "
				+ Sentences.all(meant.stream().map((person) -> person.id().value()).toList())
				+ ". Escriba el usuario de una de ellas.";
	}

	private static String idle(Staff.Person person) {
		return shown(person) + " no puede recibir trabajo: ya no pertenece a ningún grupo. Elija a otra persona.";
	}

	private static String shown(Staff.Person person) {
		return person.name() + " (" + person.id() + ")";
	}

	private static String plain(String text) {
		return StaffMembers.plain(text).replaceAll("\\s+", " ");
	}

}
