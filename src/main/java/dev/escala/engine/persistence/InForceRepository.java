package dev.escala.engine.persistence;

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

}
