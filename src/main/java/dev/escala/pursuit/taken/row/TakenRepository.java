package dev.escala.pursuit.taken.row;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.PursuitKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was taken before, in {@code sale_taken}, and by what those of it are known. */
@Repository
class TakenRepository {

	private static final TypeReference<Map<String, String>> DIGESTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock clock;

	TakenRepository(JdbcClient jdbc, ObjectMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** Which of these rows of one system were taken before, by their own ids. */
	Set<String> known(String system, PursuitKind kind, Collection<String> ownIds) {
		return this.jdbc.sql("SELECT own_id FROM sale_taken WHERE system = ? AND kind = ? AND own_id = ANY(?)")
			.params(system, kind.name(), ownIds.toArray(String[]::new))
			.query(String.class)
			.list()
			.stream()
			.collect(Collectors.toSet());
	}

	/** The row as it was taken before, kept from others until the transaction ends. */
	Optional<Taken> lock(Identity identity) {
		return this.jdbc.sql("SELECT * FROM sale_taken WHERE system = ? AND kind = ? AND own_id = ? FOR UPDATE")
			.params(identity.system(), identity.kind().name(), identity.ownId())
			.query(Row.as((row) -> taken(identity, row)))
			.optional();
	}

	/** It was taken, or says something else now. */
	void save(Taken taken) {
		this.jdbc.sql("""
				INSERT INTO sale_taken (system, kind, own_id, party_kind, party_id, number, stage, said, taken_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
				ON CONFLICT (system, kind, own_id) DO UPDATE SET stage = EXCLUDED.stage, said = EXCLUDED.said,
				  number = EXCLUDED.number, taken_at = EXCLUDED.taken_at""")
			.params(Stored.values(taken.identity().system(), taken.identity().kind(), taken.identity().ownId(),
					taken.partyKind(), taken.partyId(), taken.number(), taken.stage(), write(taken.said()),
					this.clock.instant()))
			.update();
	}

	/** By which number the tax office knows them. */
	void taxId(Party party, String taxId) {
		this.jdbc.sql("INSERT INTO party_tax_id (tax_id, party_kind, party_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
			.params(taxId, party.kind().name(), party.id())
			.update();
	}

	/** Who has which of these tax ids; who is known longest, customers first. */
	Map<String, Place> byTaxId(Collection<String> taxIds) {
		return places("""
				SELECT tax_id AS mark, party_kind, party_id FROM party_tax_id WHERE tax_id = ANY(?)
				ORDER BY party_kind DESC, party_id DESC""", taxIds);
	}

	/** Who writes from which of these domains. */
	Map<String, Place> byDomain(Collection<String> domains) {
		Map<String, Place> found = places("""
				SELECT split_part(lower(p.person_email), '@', 2) AS mark, u.party_kind, u.party_id
				FROM pursuit_profile p JOIN pursuit u ON u.number = p.number
				WHERE p.person_email IS NOT NULL AND split_part(lower(p.person_email), '@', 2) = ANY(?)
				ORDER BY u.party_id DESC""", domains);
		found.putAll(places("""
				SELECT split_part(lower(email), '@', 2) AS mark, 'CUSTOMER' AS party_kind, customer_id AS party_id
				FROM customer_contact WHERE email IS NOT NULL AND split_part(lower(email), '@', 2) = ANY(?)
				ORDER BY customer_id DESC""", domains));
		return found;
	}

	/** Who has which of these addresses, in lower case. */
	Map<String, Place> byEmail(Collection<String> emails) {
		Map<String, Place> found = places("""
				SELECT lower(p.person_email) AS mark, u.party_kind, u.party_id
				FROM pursuit_profile p JOIN pursuit u ON u.number = p.number
				WHERE p.person_email IS NOT NULL AND lower(p.person_email) = ANY(?) ORDER BY u.party_id DESC""",
				emails);
		found.putAll(places("""
				SELECT lower(email) AS mark, 'CUSTOMER' AS party_kind, customer_id AS party_id FROM customer_contact
				WHERE email IS NOT NULL AND lower(email) = ANY(?) ORDER BY customer_id DESC""", emails));
		return found;
	}

	/** The last of the same mark stays. */
	private Map<String, Place> places(String sql, Collection<String> marks) {
		Map<String, Place> found = new HashMap<>();
		if (!marks.isEmpty()) {
			this.jdbc.sql(sql)
				.param(marks.toArray(String[]::new))
				.query(Row.each((row) -> found.put(row.text("mark"),
						new Place(row.constant("party_kind", Party.Kind.class), row.longNumber("party_id")))));
		}
		return found;
	}

	private Taken taken(Identity identity, Row row) throws SQLException {
		try {
			return new Taken(identity, row.constant("party_kind", Party.Kind.class), row.longNumber("party_id"),
					row.caseNumber("number"), row.text("stage"), this.json.readValue(row.text("said"), DIGESTS));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("What was taken cannot be read: " + identity, ex);
		}
	}

	private String write(Object value) {
		try {
			return this.json.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Where somebody stands in the register. */
	record Place(Party.Kind kind, long id) {
	}

}
