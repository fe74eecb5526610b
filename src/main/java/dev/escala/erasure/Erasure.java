package dev.escala.erasure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends what is held about a person outside, in one transaction: all of it goes or
 * nothing. A rehearsal does the same and takes it back, so it says exactly what would go.
 */
@Service
public class Erasure {

	private final List<PersonalRecords> records;

	private final TextSweepRepository texts;

	private final ErasureRepository repository;

	private final Staff staff;

	private final TransactionTemplate transaction;

	Erasure(List<PersonalRecords> records, TextSweepRepository texts, ErasureRepository repository, Staff staff,
			PlatformTransactionManager transactions) {
		this.records = records;
		this.texts = texts;
		this.repository = repository;
		this.staff = staff;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * What would go.
	 * @param address mail address of the person
	 * @param also words by which texts call them besides
	 * @throws InvalidInputException where that is no address
	 * @throws ConflictException where somebody of the staff has it
	 */
	public Report rehearse(String address, Set<String> also) {
		return this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return remove(person(address, also));
		});
	}

	/**
	 * Erases the person, see {@link #rehearse}, and keeps that it was done, by whom and
	 * how much there was, with a digest of the address that tells nobody whose it was.
	 * @param operator who does it
	 */
	public Report erase(String address, Set<String> also, String operator) {
		return this.transaction.execute((status) -> {
			Report report = remove(person(address, also));
			this.repository.add(report.person(), operator, report.gone());
			return report;
		});
	}

	/** All rows that name the person or are theirs as JSON, by table. */
	public Map<String, List<String>> export(String address, Set<String> also) {
		return this.transaction.execute((status) -> {
			Person person = person(address, also);
			Map<String, Set<String>> rows = new TreeMap<>();
			add(rows, this.texts.rows(person));
			this.records.forEach((one) -> add(rows, one.rows(person)));
			return rows.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (table) -> List.copyOf(table.getValue()),
						(one, other) -> one, TreeMap::new));
		});
	}

	private static void add(Map<String, Set<String>> rows, Map<String, List<String>> more) {
		more.forEach((table, found) -> rows.computeIfAbsent(table, (one) -> new LinkedHashSet<>()).addAll(found));
	}

	private Report remove(Person person) {
		Map<String, Integer> gone = new LinkedHashMap<>();
		this.records.forEach((one) -> {
			int found = one.erase(person);
			if (found > 0) {
				gone.put(one.label(), found);
			}
		});
		this.texts.erase(person).forEach((table, found) -> gone.put("Textos de la tabla " + table, found));
		return new Report(person, gone);
	}

	private Person person(String address, Set<String> also) {
		String typed = address.strip().toLowerCase(Locale.ROOT);
		if (!typed.matches("[^\\s@]{1,64}@[^\\s@]{1,255}")) {
			throw new InvalidInputException("PERSON",
					"Indique la dirección de correo de la persona, no «" + address + "».");
		}
		if (this.staff.findByEmail(typed).isPresent()) {
			throw new ConflictException("Es alguien del equipo: lo que hizo consta en los casos y no se borra. "
					+ "Su cuenta se quita en Admin.");
		}
		Set<String> known = new TreeSet<>();
		this.records.forEach((one) -> known.addAll(one.knownAs(typed)));
		return Person.of(typed, known, also);
	}

	/**
	 * What goes.
	 *
	 * @param person by what texts call them
	 * @param gone how many records or texts, by what they are
	 */
	public record Report(Person person, Map<String, Integer> gone) {
	}

}
