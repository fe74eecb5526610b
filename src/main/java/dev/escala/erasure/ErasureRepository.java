package dev.escala.erasure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.database.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which erasures there were: when, by whom and how much; of whom only as a digest. */
@Repository
class ErasureRepository {

	private final JdbcClient jdbc;

	private final Clock clock;

	ErasureRepository(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void add(Person person, String operator, Map<String, Integer> gone) {
		Columns.set("erased_at", this.clock.instant())
			.and("operator", operator)
			.and("address_digest", digest(person.address()))
			.and("gone",
					gone.entrySet()
						.stream()
						.map((one) -> one.getKey() + ": " + one.getValue())
						.collect(Collectors.joining("\n")))
			.insertInto("erasure", this.jdbc)
			.update();
	}

	private static String digest(String address) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
