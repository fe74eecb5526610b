package dev.escala.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads from the engine's tables what its queries cannot tell, or not for many thousand
 * tasks at once: jobs that nobody runs and tasks that nobody sees. Reads only, without
 * regard to grants.
 */
@Repository
public class StuckWorkRepository {

	/**
	 * A job in somebody's hands counts as being run, but not for ever: a lock that runs
	 * out again and again costs no retry and would never show otherwise.
	 */
	private static final Duration LONGEST_RUN = Duration.ofMinutes(15);

	/** A job without a due date is due from its beginning. */
	private static final String DUE = "coalesce(j.DUEDATE_, j.CREATE_TIME_)";

	private static final String IS_WAITING = " j.RETRIES_ > 0 AND j.SUSPENSION_STATE_ = 1 AND " + DUE + " <= ? AND "
			+ "(j.LOCK_OWNER_ IS NULL OR j.LOCK_EXP_TIME_ IS NULL OR j.LOCK_EXP_TIME_ < ? OR " + DUE + " <= ?) ";

	private static final String WITH_CASE = """
			LEFT JOIN ACT_RU_EXECUTION own ON own.ID_ = %1$s
			LEFT JOIN ACT_RU_EXECUTION root ON root.ID_ = own.ROOT_PROC_INST_ID_
			""";

	private static final String CASE = "coalesce(own.BUSINESS_KEY_, root.BUSINESS_KEY_)";

	private static final String JOB = "SELECT j.ID_, " + CASE + " AS case_, j.PROCESS_DEF_ID_ AS model_, "
			+ "coalesce(j.FAILED_ACT_ID_, d.ACT_ID_) AS activity_, j.HANDLER_TYPE_ AS type_, " + DUE + " AS since_ "
			+ "FROM ACT_RU_JOB j LEFT JOIN ACT_RU_JOBDEF d ON d.ID_ = j.JOB_DEF_ID_ "
			+ WITH_CASE.formatted("j.PROCESS_INSTANCE_ID_");

	private final JdbcClient jdbc;

	StuckWorkRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts the jobs that wait for the job executor or that it gave up.
	 * @param now the engine's time
	 * @param patience how long a job may be due; zero counts every job that is due
	 */
	public Jobs jobs(Instant now, Duration patience) {
		return this.jdbc
			.sql("SELECT count(*) FILTER (WHERE" + IS_WAITING + ") AS waiting, min(" + DUE + ") FILTER (WHERE"
					+ IS_WAITING + ") AS oldest, count(*) FILTER (WHERE j.RETRIES_ = 0) AS failed FROM ACT_RU_JOB j")
			.params(times(now, patience))
			.params(times(now, patience))
			.query(Row
				.as((row) -> new Jobs(row.longNumber("waiting"), row.instant("oldest"), row.longNumber("failed"))))
			.single();
	}

	/** The jobs that have waited longest, longest first. */
	public List<Item> waiting(Instant now, Duration patience, int limit) {
		return this.jdbc.sql(JOB + "WHERE" + IS_WAITING + "ORDER BY since_, j.ID_ LIMIT ?")
			.params(times(now, patience))
			.param(limit)
			.query(Row.as(StuckWorkRepository::item))
			.list();
	}

	/** Jobs without a retry left, oldest first. */
	public List<Item> failed(int limit) {
		return this.jdbc.sql(JOB + "WHERE j.RETRIES_ = 0 ORDER BY j.CREATE_TIME_, j.ID_ LIMIT ?")
			.param(limit)
			.query(Row.as(StuckWorkRepository::item))
			.list();
	}

	/** Incidents that are no failed jobs, where they arose, oldest first. */
	public List<Item> otherIncidents(int limit) {
		return this.jdbc
			.sql("SELECT i.ID_, " + CASE + " AS case_, i.PROC_DEF_ID_ AS model_, "
					+ "coalesce(i.FAILED_ACTIVITY_ID_, i.ACTIVITY_ID_) AS activity_, i.INCIDENT_TYPE_ AS type_, "
					+ "i.INCIDENT_TIMESTAMP_ AS since_ FROM ACT_RU_INCIDENT i " + WITH_CASE.formatted("i.PROC_INST_ID_")
					+ "WHERE i.INCIDENT_TYPE_ <> 'failedJob' AND i.ROOT_CAUSE_INCIDENT_ID_ = i.ID_ "
					+ "ORDER BY since_, i.ID_ LIMIT ?")
			.param(limit)
			.query(Row.as(StuckWorkRepository::item))
			.list();
	}

	/** Everybody who has a task. */
	public List<String> assignees() {
		return this.jdbc.sql("SELECT DISTINCT ASSIGNEE_ FROM ACT_RU_TASK WHERE ASSIGNEE_ IS NOT NULL")
			.query(String.class)
			.list();
	}

	/** The groups that may take a task. */
	public List<String> candidateGroups() {
		return candidates("GROUP_ID_");
	}

	/** The people who may take a task by name. */
	public List<String> candidateUsers() {
		return candidates("USER_ID_");
	}

	/**
	 * Tasks of these assignees, by assignee.
	 * @param limit how many assignees at most
	 */
	public List<Tasks> assignedTo(Collection<String> assignees, int limit) {
		return this.jdbc
			.sql("SELECT t.ASSIGNEE_ AS reason_, min(t.NAME_) AS name_, count(*) AS count_, count(DISTINCT " + CASE
					+ ") AS case_count_, (array_agg(DISTINCT " + CASE + "))[1:3] AS cases_ FROM ACT_RU_TASK t "
					+ WITH_CASE.formatted("t.PROC_INST_ID_")
					+ "WHERE t.ASSIGNEE_ = ANY(?::text[]) GROUP BY t.ASSIGNEE_ ORDER BY t.ASSIGNEE_ LIMIT ?")
			.param(assignees.toArray(String[]::new))
			.param(limit)
			.query(Row.as(StuckWorkRepository::tasks))
			.list();
	}

	/**
	 * Tasks without an assignee that none of these groups and people may take, by those
	 * who may. The reason is a list of {@code group:<id>} and {@code user:<id>}, with
	 * commas between them, or {@code step:<id of the task in its model>} where nobody
	 * may.
	 * @param limit how many reasons at most
	 */
	public List<Tasks> outOfReachOf(Collection<String> groups, Collection<String> users, int limit) {
		return this.jdbc.sql("""
				WITH lost AS (
				  SELECT t.ID_, t.NAME_, t.CREATE_TIME_, t.PROC_INST_ID_, coalesce(
				    (SELECT string_agg(DISTINCT coalesce('group:' || l.GROUP_ID_, 'user:' || l.USER_ID_), ',')
				     FROM ACT_RU_IDENTITYLINK l WHERE l.TASK_ID_ = t.ID_ AND l.TYPE_ = 'candidate'),
				    'step:' || coalesce(t.TASK_DEF_KEY_, t.ID_)) AS reason_
				  FROM ACT_RU_TASK t
				  WHERE t.ASSIGNEE_ IS NULL AND NOT EXISTS (
				    SELECT 1 FROM ACT_RU_IDENTITYLINK l WHERE l.TASK_ID_ = t.ID_ AND l.TYPE_ = 'candidate'
				    AND (l.GROUP_ID_ = ANY(?::text[]) OR l.USER_ID_ = ANY(?::text[]))))
				SELECT t.reason_, min(t.NAME_) AS name_, count(*) AS count_, count(DISTINCT %s) AS case_count_,
				  (array_agg(DISTINCT %s))[1:3] AS cases_ FROM lost t
				%s GROUP BY t.reason_ ORDER BY t.reason_ LIMIT ?
				""".formatted(CASE, CASE, WITH_CASE.formatted("t.PROC_INST_ID_")))
			.param(groups.toArray(String[]::new))
			.param(users.toArray(String[]::new))
			.param(limit)
			.query(Row.as(StuckWorkRepository::tasks))
			.list();
	}

	private List<String> candidates(String column) {
		return this.jdbc
			.sql("SELECT DISTINCT " + column + " FROM ACT_RU_IDENTITYLINK WHERE TYPE_ = 'candidate' AND "
					+ "TASK_ID_ IS NOT NULL AND " + column + " IS NOT NULL")
			.query(String.class)
			.list();
	}

	private static List<Object> times(Instant now, Duration patience) {
		return Stored.values(now.minus(patience), now, now.minus(LONGEST_RUN));
	}

	private static Item item(Row row) throws SQLException {
		return new Item(row.text("ID_"), row.caseNumber("case_"), row.text("model_"), row.text("activity_"),
				row.text("type_"), row.instant("since_"));
	}

	private static Tasks tasks(Row row) throws SQLException {
		return new Tasks(row.text("reason_"), row.text("name_"), row.longNumber("count_"),
				row.texts("cases_").stream().filter(Objects::nonNull).toList(), row.longNumber("case_count_"));
	}

	/**
	 * How many jobs there are.
	 *
	 * @param waiting due and not being run
	 * @param oldest when the oldest of them was due, or {@code null} where there is none
	 * @param failed without a retry left
	 */
	public record Jobs(long waiting, Instant oldest, long failed) {
	}

	/**
	 * A job or an incident.
	 *
	 * @param caseNumber business key, or {@code null}
	 * @param processDefinitionId the model, or {@code null} for work of the engine itself
	 * @param activityId the step in the model, or {@code null}
	 * @param type the engine's word for what it is
	 * @param since due, or happened, at
	 */
	public record Item(String id, CaseNumber caseNumber, String processDefinitionId, String activityId, String type,
			Instant since) {
	}

	/**
	 * Tasks with one thing in common.
	 *
	 * @param reason what they have in common
	 * @param name name of one of them, or {@code null}
	 * @param count how many tasks there are
	 * @param cases business keys of the first three
	 * @param caseCount of how many cases they are
	 */
	public record Tasks(String reason, String name, long count, List<String> cases, long caseCount) {
	}

}
