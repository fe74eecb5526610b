package dev.escala.engine.persistence;

import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which deployed files take effect, and which others have replaced. */
@Repository
public class InForceRepository {

	private final JdbcClient jdbc;

	InForceRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether new processes, decisions and forms still begin with what a file brought,
	 * and no later file has its name.
	 * @param deploymentId of the deployment that the file belongs to
	 * @param file its name there
	 */
	public boolean isInForce(String deploymentId, String file) {
		return this.jdbc.sql("""
				SELECT NOT EXISTS (
				  SELECT 1 FROM act_re_procdef one JOIN act_re_procdef other ON other.key_ = one.key_
				    AND other.tenant_id_ IS NOT DISTINCT FROM one.tenant_id_ AND other.version_ > one.version_
				  WHERE one.deployment_id_ = :deployment AND one.resource_name_ = :file)
				AND NOT EXISTS (
				  SELECT 1 FROM act_re_decision_def one JOIN act_re_decision_def other ON other.key_ = one.key_
				    AND other.tenant_id_ IS NOT DISTINCT FROM one.tenant_id_ AND other.version_ > one.version_
				  WHERE one.deployment_id_ = :deployment AND one.resource_name_ = :file)
				AND NOT EXISTS (
				  SELECT 1 FROM act_re_camformdef one JOIN act_re_camformdef other ON other.key_ = one.key_
				    AND other.tenant_id_ IS NOT DISTINCT FROM one.tenant_id_ AND other.version_ > one.version_
				  WHERE one.deployment_id_ = :deployment AND one.resource_name_ = :file)
				AND NOT EXISTS (
				  SELECT 1 FROM act_re_deployment one, act_re_deployment later
				  JOIN act_ge_bytearray b ON b.deployment_id_ = later.id_ AND b.name_ = :file
				  WHERE one.id_ = :deployment AND later.deploy_time_ > one.deploy_time_)
				""").param("deployment", deploymentId).param("file", file).query(Boolean.class).single();
	}

	/**
	 * Whether all that takes effect now in the place of a file is what the release that
	 * started last brought along, whoever deployed it.
	 * @param deploymentId of the deployment that the file belongs to
	 * @param file its name there
	 */
	public boolean isAsBrought(String deploymentId, String file) {
		return this.jdbc
			.sql("""
					SELECT NOT EXISTS (
					  SELECT 1 FROM (
					    SELECT 'PROCESS' AS kind, key_, tenant_id_, version_, deployment_id_, resource_name_ FROM act_re_procdef
					    UNION ALL
					    SELECT 'TABLE', key_, tenant_id_, version_, deployment_id_, resource_name_ FROM act_re_decision_def
					    UNION ALL
					    SELECT 'FORM', key_, tenant_id_, version_, deployment_id_, resource_name_ FROM act_re_camformdef) one
					  CROSS JOIN LATERAL (
					    SELECT m.deployment_id_, m.resource_name_ FROM (
					      SELECT 'PROCESS' AS kind, key_, tenant_id_, version_, deployment_id_, resource_name_ FROM act_re_procdef
					      UNION ALL
					      SELECT 'TABLE', key_, tenant_id_, version_, deployment_id_, resource_name_ FROM act_re_decision_def
					      UNION ALL
					      SELECT 'FORM', key_, tenant_id_, version_, deployment_id_, resource_name_ FROM act_re_camformdef) m
					    WHERE m.kind = one.kind AND m.key_ = one.key_ AND m.tenant_id_ IS NOT DISTINCT FROM one.tenant_id_
					    ORDER BY m.version_ DESC LIMIT 1) now
					  JOIN act_ge_bytearray b ON b.deployment_id_ = now.deployment_id_ AND b.name_ = now.resource_name_
					  WHERE one.deployment_id_ = :deployment AND one.resource_name_ = :file
					    AND NOT EXISTS (SELECT 1 FROM brought_model WHERE sha256 = sha256(b.bytes_)))
					""")
			.param("deployment", deploymentId)
			.param("file", file)
			.query(Boolean.class)
			.single();
	}

	/** Whether the release that started last brought along a file with this content. */
	public boolean isBrought(byte[] content) {
		return this.jdbc.sql("SELECT EXISTS (SELECT 1 FROM brought_model WHERE sha256 = sha256(?))")
			.param(content)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Keeps what the release that starts brings along, instead of what one before did.
	 */
	public void bring(Collection<byte[]> contents) {
		byte[][] files = contents.toArray(byte[][]::new);
		this.jdbc.sql("DELETE FROM brought_model WHERE sha256 <> ALL (SELECT sha256(f) FROM unnest(?::bytea[]) AS f)")
			.params((Object) files)
			.update();
		this.jdbc.sql("""
				INSERT INTO brought_model (sha256) SELECT sha256(f) FROM unnest(?::bytea[]) AS f
				ON CONFLICT DO NOTHING
				""").params((Object) files).update();
	}

}
