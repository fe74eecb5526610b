package dev.escala.handover.standin;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads from the engine's tables whose open tasks are, for all of them at once. Reads
 * only, without regard to grants; tasks of suspended processes stay where they are.
 */
@Repository
class HeldTaskRepository {

	private static final String OPEN = "t.SUSPENSION_STATE_ = 1 AND t.PROC_INST_ID_ IS NOT NULL";

	private static final String CANDIDATES = """
			coalesce((SELECT array_agg(l.%1$s) FROM ACT_RU_IDENTITYLINK l
			  WHERE l.TASK_ID_ = t.ID_ AND l.TYPE_ = 'candidate' AND l.%1$s IS NOT NULL), '{}')""";

	private final JdbcClient jdbc;

	HeldTaskRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Everybody who has a task. */
	Set<UserId> assignees() {
		return this.jdbc.sql("SELECT DISTINCT t.ASSIGNEE_ FROM ACT_RU_TASK t WHERE t.ASSIGNEE_ IS NOT NULL AND " + OPEN)
			.query(String.class)
			.list()
			.stream()
			.map(UserId::new)
			.collect(Collectors.toSet());
	}

	/** The tasks of these people, by id. */
	List<String> heldBy(Collection<UserId> people) {
		return this.jdbc
			.sql("SELECT t.ID_ FROM ACT_RU_TASK t WHERE t.ASSIGNEE_ = ANY(?) AND " + OPEN + " ORDER BY t.ID_")
			.param(Stored.texts(people))
			.query(String.class)
			.list();
	}

	/** The tasks that nobody has and that one of these groups shares, by id. */
	List<String> sharedBy(Collection<String> groups) {
		return this.jdbc.sql("""
				SELECT t.ID_ FROM ACT_RU_TASK t WHERE t.ASSIGNEE_ IS NULL AND %s
				  AND EXISTS (SELECT FROM ACT_RU_IDENTITYLINK l
				    WHERE l.TASK_ID_ = t.ID_ AND l.TYPE_ = 'candidate' AND l.GROUP_ID_ = ANY(?))
				ORDER BY t.ID_""".formatted(OPEN)).param(Stored.texts(groups)).query(String.class).list();
	}

	/** The task as it is committed or was flushed by this transaction. */
	Optional<HeldTask> find(String taskId) {
		return this.jdbc
			.sql("""
					SELECT t.ID_, t.NAME_, t.ASSIGNEE_, coalesce(own.BUSINESS_KEY_, root.BUSINESS_KEY_) AS case_,
					  %s AS groups_, %s AS people_,
					  (SELECT max(l.TIMESTAMP_) FROM ACT_HI_IDENTITYLINK l WHERE l.TASK_ID_ = t.ID_
					    AND l.TYPE_ = 'assignee' AND l.OPERATION_TYPE_ = 'add' AND l.USER_ID_ = t.ASSIGNEE_
					    AND l.ASSIGNER_ID_ = t.ASSIGNEE_) AS taken_
					FROM ACT_RU_TASK t JOIN ACT_RU_EXECUTION own ON own.ID_ = t.PROC_INST_ID_
					  LEFT JOIN ACT_RU_EXECUTION root ON root.ID_ = own.ROOT_PROC_INST_ID_
					WHERE t.ID_ = ? AND %s""".formatted(CANDIDATES.formatted("GROUP_ID_"),
					CANDIDATES.formatted("USER_ID_"), OPEN))
			.param(taskId)
			.query(Row.as(HeldTaskRepository::task))
			.optional();
	}

	private static HeldTask task(Row row) throws SQLException {
		return new HeldTask(row.text("ID_"), row.text("NAME_"), row.caseNumber("case_"), row.userId("ASSIGNEE_"),
				new HashSet<>(row.texts("groups_")),
				row.texts("people_").stream().map(UserId::new).collect(Collectors.toSet()), row.instant("taken_"));
	}

}
