package dev.escala.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.escala.customer.Customer;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.IdempotencyKeys;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom each customer calls its competitor (000-11), by name: most are not in Escala. */
@Service
@Transactional
public class Competitors {

	private static final int MOST = 200;

	private static final int LONGEST = 200;

	private final CompetitorRepository repository;

	private final Clock clock;

	Competitors(CompetitorRepository repository, Clock clock) {
		this.repository = repository;
		this.clock = clock;
	}

	/** Names of the customer's competitors, in the order in which they were given. */
	@Transactional(readOnly = true)
	public List<String> names(Customer customer) {
		return this.repository.names(customer.id());
	}

	/**
	 * Replaces the names. A name that stays keeps since when it is known.
	 * @param by user id of who writes them down
	 * @return the names as they are kept
	 * @throws InvalidInputException naming every name that is wrong, as
	 * {@code competitors[2]}
	 */
	public List<String> replace(Customer customer, List<String> names, UserId by) {
		List<String> read = read(customer, names);
		// Two who replace the names take turns, so that two lists never become one.
		this.repository.lock(customer.id());
		this.repository.replace(customer.id(), read, by, this.clock.instant());
		return read;
	}

	/**
	 * Replaces the names, if they still are what the caller has seen.
	 * @param seen the {@link #version} that the caller has seen
	 * @throws ConflictException where somebody else changed them since
	 */
	public List<String> replace(Customer customer, List<String> names, UserId by, String seen) {
		List<String> read = read(customer, names);
		// Two who replace the names take turns, so that two lists never become one.
		this.repository.lock(customer.id());
		if (!version(names(customer)).equals(seen)) {
			throw new ConflictException("Otra persona ha cambiado los competidores de " + customer.name()
					+ " entretanto. Consúltelos de nuevo y repita el cambio.");
		}
		this.repository.replace(customer.id(), read, by, this.clock.instant());
		return read;
	}

	private static List<String> read(Customer customer, List<String> names) {
		Fields fields = new Fields();
		if (names == null) {
			fields.refuse("competitors", "Falta la lista de competidores. Si no hay ninguno, envíela vacía: [].");
		}
		else if (names.size() > MOST) {
			fields.refuse("competitors", "Hay demasiados competidores: caben " + MOST + ".");
		}
		fields.done();
		List<String> read = new ArrayList<>();
		Set<String> known = new HashSet<>();
		for (int i = 0; i < names.size(); i++) {
			String field = "competitors[" + i + "]";
			String name = fields.requiredLine(field, "el nombre del competidor", names.get(i), LONGEST);
			if (!name.isEmpty() && !known.add(BareName.of(name))) {
				fields.refuse(field, "El competidor «" + name + "» está dos veces.");
			}
			if (BareName.of(name).equals(BareName.of(customer.name()))) {
				fields.refuse(field, "«" + name + "» es el propio cliente.");
			}
			read.add(name);
		}
		fields.done();
		return List.copyOf(read);
	}

	/** The names as a short text: equal names, equal text. */
	public static String version(List<String> names) {
		return IdempotencyKeys.fingerprint(names).substring(0, 32);
	}

}
