package dev.escala.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.customer.SearchName;
import dev.escala.database.Row;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Prospects and customers that have the same name but for case, accents, punctuation and
 * legal form, many names at a time.
 */
@Repository
public class NamesakeRepository {

	private final JdbcClient jdbc;

	NamesakeRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * By each of the names those who have it: first who is called exactly so, then
	 * customers before prospects, who is known longest first. Names that nobody has are
	 * left out.
	 */
	public Map<String, List<Party>> of(Collection<String> names) {
		Map<String, String> bare = names.stream().distinct().collect(Collectors.toMap((name) -> name, BareName::of));
		Map<String, List<Party>> byBare = new HashMap<>();
		customers(bare.values(), byBare);
		prospects(bare.values(), byBare);
		Map<String, List<Party>> found = new HashMap<>();
		bare.forEach((name, plain) -> {
			if (byBare.containsKey(plain)) {
				List<Party> parties = new ArrayList<>(byBare.get(plain));
				parties.sort((one, other) -> Boolean.compare(isExactly(other, name), isExactly(one, name)));
				found.put(name, List.copyOf(parties));
			}
		});
		return found;
	}

	private static boolean isExactly(Party party, String name) {
		return SearchName.of(party.name()).equals(SearchName.of(name));
	}

	private void prospects(Collection<String> bareNames, Map<String, List<Party>> found) {
		this.jdbc.sql("SELECT * FROM prospect WHERE bare_name = ANY(?) ORDER BY id")
			.param(bareNames.toArray(String[]::new))
			.query(Row.each((row) -> found.computeIfAbsent(row.text("bare_name"), (name) -> new ArrayList<>())
				.add(new Party(Party.Kind.PROSPECT, row.longNumber("id"), row.text("code"), row.text("name"),
						row.text("sector"), row.numberOrNull("employees"), row.text("language")))));
	}

	/** Names of customers are kept with their legal form: their first word finds them. */
	private void customers(Collection<String> bareNames, Map<String, List<Party>> found) {
		String[] beginnings = bareNames.stream()
			.map((name) -> name.split(" ", 2)[0].replaceAll("[\\\\%_]", "\\\\$0") + "%")
			.distinct()
			.toArray(String[]::new);
		this.jdbc.sql("SELECT id, code, name, language FROM customer WHERE search_name LIKE ANY(?) ORDER BY id")
			.param(beginnings)
			.query(Row.each((row) -> {
				String bare = BareName.of(row.text("name"));
				if (bareNames.contains(bare)) {
					found.computeIfAbsent(bare, (name) -> new ArrayList<>())
						.add(new Party(Party.Kind.CUSTOMER, row.longNumber("id"), row.text("code"), row.text("name"),
								null, null, row.text("language")));
				}
			}));
	}

}
