package dev.escala.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.database.Row;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What process instances wait for, read from the engine's tables for many of them at
 * once. Reads only, what is committed or was flushed by this transaction, without regard
 * to grants.
 */
@Repository
public class ArmedTimerRepository {

	private final JdbcClient jdbc;

	ArmedTimerRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every timer of the process instances. */
	public List<Armed> armed(Collection<String> processInstanceIds) {
		return this.jdbc
			.sql("SELECT j.PROCESS_INSTANCE_ID_, d.ACT_ID_, j.DUEDATE_, j.SUSPENSION_STATE_ FROM ACT_RU_JOB j "
					+ "JOIN ACT_RU_JOBDEF d ON d.ID_ = j.JOB_DEF_ID_ "
					+ "WHERE j.TYPE_ = 'timer' AND j.PROCESS_INSTANCE_ID_ = ANY(?)")
			.param(processInstanceIds.toArray(String[]::new))
			.query(Row.as((row) -> new Armed(row.text("PROCESS_INSTANCE_ID_"), row.text("ACT_ID_"),
					row.instant("DUEDATE_"), row.number("SUSPENSION_STATE_") != 1)))
			.list();
	}

	/** Those of the process instances that have not ended. */
	public Set<String> running(Collection<String> processInstanceIds) {
		return this.jdbc.sql("SELECT ID_ FROM ACT_RU_EXECUTION WHERE ID_ = ANY(?)")
			.param(processInstanceIds.toArray(String[]::new))
			.query(String.class)
			.set();
	}

	/** Those of the process instances in which somebody has a task. */
	public Set<String> withTask(Collection<String> processInstanceIds) {
		return this.jdbc.sql("SELECT DISTINCT PROC_INST_ID_ FROM ACT_RU_TASK WHERE PROC_INST_ID_ = ANY(?)")
			.param(processInstanceIds.toArray(String[]::new))
			.query(String.class)
			.set();
	}

	/**
	 * At which of the elements the process instances stand.
	 * @param elements ids of elements in the model
	 */
	public Map<String, Set<String>> standing(Collection<String> processInstanceIds, Collection<String> elements) {
		Map<String, Set<String>> standing = new HashMap<>();
		this.jdbc
			.sql("SELECT DISTINCT PROC_INST_ID_, ACT_ID_ FROM ACT_RU_EXECUTION "
					+ "WHERE PROC_INST_ID_ = ANY(?) AND ACT_ID_ = ANY(?)")
			.params(processInstanceIds.toArray(String[]::new), elements.toArray(String[]::new))
			.query(Row.each((row) -> {
				standing.computeIfAbsent(row.text("PROC_INST_ID_"), (id) -> new HashSet<>()).add(row.text("ACT_ID_"));
			}));
		return standing;
	}

	/**
	 * An armed timer.
	 *
	 * @param processInstanceId whose
	 * @param element the id of its element in the model
	 * @param dueAt when it fires, or {@code null} for at once
	 * @param standsStill whether it does not fire until it is set again
	 */
	public record Armed(String processInstanceId, String element, Instant dueAt, boolean standsStill) {
	}

}
