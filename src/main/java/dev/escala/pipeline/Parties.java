package dev.escala.pipeline;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SearchName;
import dev.escala.reference.CustomerId;
import dev.escala.text.Sentences;
import dev.escala.text.Shortening;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the prospect or customer that a person means. */
@Service
@Transactional(readOnly = true)
public class Parties {

	private static final int MATCHES = 20;

	private static final int NEAR = 3;

	/** So much of a word is usually typed right. */
	private static final int BEGINNING = 4;

	private final ProspectRepository prospects;

	private final Customers customers;

	Parties(ProspectRepository prospects, Customers customers) {
		this.prospects = prospects;
		this.customers = customers;
	}

	/**
	 * Those that a person may mean by a code or a name: the one with exactly that code,
	 * else those with exactly that name, else those whose name contains it, without
	 * regard to case and accents; at most 20, by name. A code that is both means the
	 * customer, who was a prospect once.
	 */
	public List<Party> match(String codeOrName) {
		List<Party> exact = matchExactly(codeOrName);
		return (!exact.isEmpty() || !isSearchable(codeOrName)) ? exact : containing(SearchName.of(codeOrName));
	}

	/** Those with exactly that code or name: nobody is taken for somebody else. */
	public List<Party> matchExactly(String codeOrName) {
		if (!isSearchable(codeOrName)) {
			return List.of();
		}
		String code = codeOrName.strip().toUpperCase(Locale.ROOT);
		return this.customers.findByCode(code)
			.map(Party::of)
			.or(() -> this.prospects.findByCode(code).map(Party::of))
			.map(List::of)
			.orElseGet(() -> both(this.prospects.named(SearchName.of(codeOrName), MATCHES),
					this.customers.matchExactly(codeOrName)));
	}

	private List<Party> containing(String text) {
		return both(this.prospects.containing(text, MATCHES), this.customers.match(text));
	}

	private static List<Party> both(List<Prospect> prospects, List<Customer> customers) {
		return Stream.concat(prospects.stream().map(Party::of), customers.stream().map(Party::of))
			.sorted(Comparator.comparing((Party party) -> SearchName.of(party.name())).thenComparing(Party::code))
			.limit(MATCHES)
			.toList();
	}

	/**
	 * Exactly one, as {@link #match} finds it.
	 * @param field the field that a refusal names
	 * @throws InvalidInputException where there is none, with names that are near, or
	 * where there are several, with their codes
	 */
	public Party one(String field, String codeOrName) {
		Fields fields = new Fields();
		String text = fields.requiredLine(field, "el prospecto o el cliente: su código o su nombre", codeOrName, 200);
		fields.done();
		List<Party> found = match(text);
		if (found.isEmpty()) {
			throw new InvalidInputException(field,
					"No hay ningún prospecto ni cliente «" + text + "»." + near(text)
							+ " Si aún no está en Escala, créelo con POST /api/prospects o rellene los datos de un "
							+ "prospecto nuevo.");
		}
		if (found.size() > 1) {
			throw new InvalidInputException(field,
					"«" + text + "» puede ser " + names(found) + ((found.size() == MATCHES) ? " y quizá otros" : "")
							+ ". Escriba el código del que quiere decir.");
		}
		return found.get(0);
	}

	/** The prospect or customer with that id, if it still stands in the register. */
	public Optional<Party> find(Party.Kind kind, long id) {
		return (kind == Party.Kind.CUSTOMER) ? this.customers.find(new CustomerId(id)).map(Party::of)
				: this.prospects.find(id).map(Party::of);
	}

	/** The prospect or customer with that id; refuses an unknown one. */
	public Party get(Party.Kind kind, long id) {
		return find(kind, id).orElseThrow(
				() -> new NotFoundException("No hay ningún " + Sentences.within(kind.label()) + " " + id + "."));
	}

	/** Whoever mistypes a name usually begins one of its words right. */
	private String near(String text) {
		List<Party> near = Arrays.stream(SearchName.of(text).split("[^\\p{L}\\p{N}]+"))
			.filter((word) -> word.length() >= BEGINNING)
			.map((word) -> Shortening.beginning(word, BEGINNING))
			.filter((beginning) -> !beginning.isEmpty())
			.flatMap((beginning) -> containing(beginning).stream())
			.distinct()
			.limit(NEAR)
			.toList();
		return near.isEmpty() ? "" : " ¿Quiere decir " + names(near) + "?";
	}

	private static String names(List<Party> parties) {
		return parties.stream()
			.map((one) -> one.name() + " (" + Sentences.within(one.kind().label()) + " " + one.code() + ")")
			.collect(Collectors.joining(" o "));
	}

	/** PostgreSQL cannot look for NUL, and nothing is contained in everything. */
	private static boolean isSearchable(String codeOrName) {
		return codeOrName.indexOf('\0') < 0 && !SearchName.of(codeOrName).isEmpty();
	}

}
