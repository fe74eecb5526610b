package dev.escala.staffing.departure;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.database.Turns;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code group_member}. */
@Repository
class GroupMemberRepository {

	/** Any number, the same on every node. */
	private static final long LOCK = 0x45534341_8202L;

	private final JdbcClient jdbc;

	private final Turns turns;

	GroupMemberRepository(JdbcClient jdbc, Turns turns) {
		this.jdbc = jdbc;
		this.turns = turns;
	}

	/** Until the transaction ends nobody else who calls this gets further. */
	void takeTurns() {
		this.turns.take(LOCK);
	}

	/** Whoever has no account any more is known to be gone without this. */
	void forgetAllBut(Collection<UserId> people) {
		this.jdbc.sql("DELETE FROM group_member WHERE person_id <> ALL(?)").param(Stored.texts(people)).update();
	}

	/** These are members, and all others that were are no more. */
	void keep(Collection<GroupMember> now, Instant instant) {
		String[] people = now.stream().map((one) -> one.person().value()).toArray(String[]::new);
		String[] groups = now.stream().map(GroupMember::group).toArray(String[]::new);
		this.jdbc.sql("""
				INSERT INTO group_member (person_id, group_id) SELECT * FROM unnest(?, ?)
				ON CONFLICT (person_id, group_id) DO UPDATE SET left_at = NULL WHERE group_member.left_at IS NOT NULL
				""").params(people, groups).update();
		this.jdbc.sql("""
				UPDATE group_member SET left_at = ? WHERE left_at IS NULL
				  AND NOT EXISTS (SELECT FROM unnest(?, ?) AS now (person_id, group_id)
				    WHERE now.person_id = group_member.person_id AND now.group_id = group_member.group_id)
				""").params(Stored.value(instant), people, groups).update();
	}

	boolean hasLeft(UserId person, Collection<String> groups) {
		return this.jdbc
			.sql("SELECT EXISTS (SELECT FROM group_member WHERE left_at IS NOT NULL AND person_id = ?"
					+ " AND group_id = ANY(?))")
			.params(person.value(), Stored.texts(groups))
			.query(Boolean.class)
			.single();
	}

	Set<UserId> whoLeft() {
		return Set.copyOf(this.jdbc.sql("SELECT DISTINCT person_id FROM group_member WHERE left_at IS NOT NULL")
			.query(Row.as((row) -> row.userId("person_id")))
			.list());
	}

	void forget(UserId person, Collection<String> groups) {
		this.jdbc.sql("DELETE FROM group_member WHERE left_at IS NOT NULL AND person_id = ? AND group_id = ANY(?)")
			.params(person.value(), Stored.texts(List.copyOf(groups)))
			.update();
	}

}
