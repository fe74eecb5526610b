package dev.escala.pursuit.today;

import dev.escala.database.Row;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the whole team puts off (004-67). */
@Repository
class DeferredRepository {

	private static final String DEFERRED = " FROM pursuit WHERE stage_kind = 'WAITING'";

	private final JdbcClient jdbc;

	DeferredRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A part of it: what is put off most often first. */
	Page<Deferred> page(PageRequest part) {
		return new Page<>(this.jdbc.sql("""
				SELECT number, party_name, owner_id, deferrals, resume_at,
				  (SELECT said FROM stage_passed WHERE stage_passed.number = pursuit.number AND to_kind = 'WAITING'
				    ORDER BY id DESC LIMIT 1) AS said
				""" + DEFERRED + " ORDER BY deferrals DESC, resume_at, number LIMIT ? OFFSET ?")
			.params(part.size(), part.offset())
			.query(Row.as((row) -> new Deferred(row.caseNumber("number"), row.text("party_name"),
					row.userId("owner_id"), row.number("deferrals"), row.instant("resume_at"), row.text("said"))))
			.list(), part.page(), part.size(), this.jdbc.sql("SELECT count(*)" + DEFERRED).query(Long.class).single());
	}

}
