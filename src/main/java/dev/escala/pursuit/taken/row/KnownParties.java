package dev.escala.pursuit.taken.row;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.pipeline.NamesakeRepository;
import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.taken.row.TakenRepository.Place;

import org.springframework.stereotype.Component;

/**
 * Whom of those that we know a row means: by tax id, by name without its legal form, by
 * the domain of its mail; prospects and customers, whatever became of them.
 */
@Component
class KnownParties {

	private final NamesakeRepository namesakes;

	private final TakenRepository repository;

	private final Parties parties;

	KnownParties(NamesakeRepository namesakes, TakenRepository repository, Parties parties) {
		this.namesakes = namesakes;
		this.repository = repository;
		this.parties = parties;
	}

	/** The one that a row means. */
	Optional<Found> find(RowKeys keys) {
		return Optional.ofNullable(find(Set.of(keys)).get(keys));
	}

	/** Those that rows mean; rows that mean nobody are left out. */
	Map<RowKeys, Found> find(Collection<RowKeys> rows) {
		Map<String, List<Party>> named = this.namesakes.of(some(rows, RowKeys::name));
		Map<String, Place> taxed = this.repository.byTaxId(some(rows, RowKeys::taxId));
		Map<String, Place> mailed = this.repository.byDomain(some(rows, RowKeys::domain));
		Map<String, Place> addressed = this.repository.byEmail(some(rows, KnownParties::address));
		Map<RowKeys, Found> found = new HashMap<>();
		for (RowKeys keys : rows) {
			at(taxed.get(keys.taxId())).map((party) -> new Found(party, "el mismo NIF"))
				.or(() -> named.getOrDefault(keys.name(), List.of())
					.stream()
					.findFirst()
					.map((party) -> new Found(party, "el mismo nombre")))
				.or(() -> at(addressed.get(address(keys))).map((party) -> new Found(party, "el mismo correo")))
				.or(() -> at(mailed.get(keys.domain()))
					.map((party) -> new Found(party, "el mismo dominio de correo, " + keys.domain())))
				.ifPresent((one) -> found.put(keys, one));
		}
		return found;
	}

	private Optional<Party> at(Place place) {
		return Optional.ofNullable(place).flatMap((one) -> this.parties.find(one.kind(), one.id()));
	}

	private static String address(RowKeys keys) {
		return (keys.email() == null) ? null : keys.email().toLowerCase(Locale.ROOT);
	}

	private static Set<String> some(Collection<RowKeys> rows, Function<RowKeys, String> key) {
		return rows.stream().map(key).filter(Objects::nonNull).collect(Collectors.toSet());
	}

	/**
	 * Somebody whom we know.
	 *
	 * @param party who
	 * @param by what they have in common, in Spanish
	 */
	record Found(Party party, String by) {

		/** Who it is, in Spanish, behind an article. */
		String said() {
			return ((this.party.kind() == Party.Kind.CUSTOMER) ? "cliente " : "prospecto ") + this.party.name() + " ("
					+ this.party.code() + ", " + this.by + ")";
		}

	}

}
