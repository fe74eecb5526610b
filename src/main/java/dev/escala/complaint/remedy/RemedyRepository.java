package dev.escala.complaint.remedy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

import dev.escala.complaint.remedy.GrantedRemedy.Basis;
import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.database.Turns;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was granted, in the table {@code complaint_remedy}. */
@Repository
class RemedyRepository {

	private final JdbcClient jdbc;

	private final Turns turns;

	RemedyRepository(JdbcClient jdbc, Turns turns) {
		this.jdbc = jdbc;
		this.turns = turns;
	}

	void add(CaseNumber number, RemedyRequest remedy, Basis basis, UserId by, Instant now) {
		Columns.set("matter_number", number)
			.and("kind", remedy.kind())
			.and("basis", basis)
			.and("amount", remedy.amount())
			.and("currency", Euros.CURRENCY)
			.and("what", remedy.what())
			.and("reason", remedy.reason())
			.and("commitment_number", remedy.commitment())
			.and("offer_exception", remedy.exception())
			.and("granted_by", by)
			.and("granted_at", now)
			.insertInto("complaint_remedy", this.jdbc)
			.update();
	}

	/** All of a matter, oldest first. */
	List<GrantedRemedy> of(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM complaint_remedy WHERE matter_number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new GrantedRemedy(row.longNumber("id"), row.caseNumber("matter_number"),
					row.constant("kind", RemedyKind.class), row.constant("basis", Basis.class), row.decimal("amount"),
					row.text("currency"), row.text("what"), row.text("reason"), row.caseNumber("commitment_number"),
					row.userId("granted_by"), row.instant("granted_at"))))
			.list();
	}

	/** Whether that commitment allowed a remedy already, of whichever matter. */
	boolean isUsed(CaseNumber commitment) {
		return this.jdbc.sql("SELECT count(*) FROM complaint_remedy WHERE commitment_number = ?")
			.param(commitment.value())
			.query(Integer.class)
			.single() > 0;
	}

	/** Until the transaction ends nobody else gives extras as that person. */
	void takeTurn(UserId person) {
		this.turns.take(ByteBuffer.wrap(hash("extras of " + person)).getLong());
	}

	/** What a person gave as extras, from one instant on, before another. */
	BigDecimal extras(UserId person, Instant from, Instant until) {
		return this.jdbc
			.sql("SELECT coalesce(sum(amount), 0) FROM complaint_remedy "
					+ "WHERE basis = ? AND granted_by = ? AND granted_at >= ? AND granted_at < ?")
			.params(Stored.values(Basis.EXTRA, person, from, until))
			.query(BigDecimal.class)
			.single();
	}

	private static byte[] hash(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
