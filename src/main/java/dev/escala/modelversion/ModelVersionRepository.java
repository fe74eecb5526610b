package dev.escala.modelversion;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.database.Row;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The engine's own list of what was deployed, and of what runs. */
@Repository
public class ModelVersionRepository {

	private static final String ALL = """
			SELECT m.*, CASE WHEN sender.by IS NOT NULL OR d.source_ = 'escala' THEN d.name_ END AS why, d.deploy_time_,
			  sender.by
			FROM (
			  SELECT 'PROCESS' AS kind, key_, coalesce(name_, key_) AS name, version_, version_tag_, deployment_id_,
			    resource_name_, (SELECT count(*)::int FROM act_ru_execution e WHERE e.proc_def_id_ = p.id_
			      AND e.id_ = e.proc_inst_id_) AS running, max(version_) OVER (PARTITION BY key_) AS newest
			  FROM act_re_procdef p
			  UNION ALL
			  SELECT 'TABLE', key_, coalesce(name_, key_), version_, version_tag_, deployment_id_, resource_name_, 0,
			    max(version_) OVER (PARTITION BY key_)
			  FROM act_re_decision_def
			  UNION ALL
			  SELECT 'FORM', key_, key_, version_, NULL, deployment_id_, resource_name_, 0,
			    max(version_) OVER (PARTITION BY key_)
			  FROM act_re_camformdef) m
			JOIN act_re_deployment d ON d.id_ = m.deployment_id_
			CROSS JOIN LATERAL (SELECT min(o.user_id_) AS by FROM act_hi_op_log o
			  WHERE o.deployment_id_ = d.id_ AND o.entity_type_ = 'Deployment' AND o.operation_type_ = 'Create') sender
			""";

	private final JdbcClient jdbc;

	ModelVersionRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The version of each model that is in force, by name. */
	public List<ModelVersion> inForce() {
		return this.jdbc.sql(ALL + " WHERE m.version_ = m.newest ORDER BY m.name, m.key_")
			.query(Row.as(ModelVersionRepository::version))
			.list();
	}

	/** The versions of a model, the one in force first. */
	public List<ModelVersion> of(ModelKind kind, String key) {
		return this.jdbc.sql(ALL + " WHERE m.kind = ? AND m.key_ = ? ORDER BY m.version_ DESC")
			.params(kind.name(), key)
			.query(Row.as(ModelVersionRepository::version))
			.list();
	}

	/** Its file. */
	public Optional<byte[]> content(ModelVersion version) {
		return this.jdbc.sql("SELECT bytes_ FROM act_ge_bytearray WHERE deployment_id_ = ? AND name_ = ?")
			.params(version.deploymentId(), version.file())
			.query(byte[].class)
			.optional();
	}

	/** Whether a version of a model, the one in force among them, is this file. */
	public boolean wasInForce(ModelKind kind, String key, byte[] content) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT 1 FROM (
				  SELECT 'PROCESS' AS kind, key_, deployment_id_, resource_name_ FROM act_re_procdef
				  UNION ALL SELECT 'TABLE', key_, deployment_id_, resource_name_ FROM act_re_decision_def
				  UNION ALL SELECT 'FORM', key_, deployment_id_, resource_name_ FROM act_re_camformdef) m
				JOIN act_ge_bytearray b ON b.deployment_id_ = m.deployment_id_ AND b.name_ = m.resource_name_
				WHERE m.kind = ? AND m.key_ = ? AND b.bytes_ = ?)
				""").params(kind.name(), key, content).query(Boolean.class).single();
	}

	/** How many processes stand at each step of a process, in whichever version. */
	public Map<String, Integer> standing(String key) {
		return counts("""
				SELECT e.act_id_ AS step, count(*)::int AS number FROM act_ru_execution e
				JOIN act_re_procdef p ON p.id_ = e.proc_def_id_
				WHERE p.key_ = ? AND e.is_active_ AND e.act_id_ IS NOT NULL GROUP BY e.act_id_
				""", key);
	}

	/** How many jobs of each step failed for good. */
	public Map<String, Integer> incidents(String key) {
		return counts("""
				SELECT i.activity_id_ AS step, count(*)::int AS number FROM act_ru_incident i
				JOIN act_re_procdef p ON p.id_ = i.proc_def_id_
				WHERE p.key_ = ? AND i.activity_id_ IS NOT NULL AND i.id_ = i.root_cause_incident_id_
				GROUP BY i.activity_id_
				""", key);
	}

	private Map<String, Integer> counts(String statement, String key) {
		return this.jdbc.sql(statement)
			.param(key)
			.query(Row.as((row) -> Map.entry(row.text("step"), row.number("number"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, HashMap::new));
	}

	private static ModelVersion version(Row row) throws SQLException {
		return new ModelVersion(ModelKind.valueOf(row.text("kind")), row.text("key_"), row.text("name"),
				row.number("version_"), row.text("version_tag_"), row.text("deployment_id_"),
				row.text("resource_name_"), row.instant("deploy_time_"), row.userId("by"), row.text("why"),
				row.number("running"));
	}

}
