package dev.escala.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.escala.database.Row;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Files that somebody deployed beside the models: of each name the newest one. What was
 * read is kept until anything is deployed or deleted, on whichever node.
 */
@Repository
public class DeployedFileRepository {

	private final JdbcClient jdbc;

	private volatile Known known = new Known("", Map.of());

	DeployedFileRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The newest deployed file of that name, in whichever folder, or empty.
	 * @param name for example {@code customer-update.html}
	 */
	public Optional<DeployedFile> newest(String name) {
		String deployments = this.jdbc
			.sql("SELECT coalesce(md5(string_agg(id_, ' ' ORDER BY id_)), '') FROM act_re_deployment")
			.query(String.class)
			.single();
		Known current = this.known;
		if (!current.deployments().equals(deployments)) {
			current = new Known(deployments, new ConcurrentHashMap<>());
			this.known = current;
		}
		return current.files().computeIfAbsent(name, this::read);
	}

	private Optional<DeployedFile> read(String name) {
		return this.jdbc.sql("""
				SELECT b.bytes_, d.name_ AS deployment, d.deploy_time_, (SELECT min(o.user_id_) FROM act_hi_op_log o
				  WHERE o.deployment_id_ = d.id_ AND o.operation_type_ = 'Create') AS by
				FROM act_ge_bytearray b JOIN act_re_deployment d ON d.id_ = b.deployment_id_
				WHERE b.name_ = :name OR b.name_ LIKE :inFolder ESCAPE '!'
				ORDER BY d.deploy_time_ DESC LIMIT 1
				""")
			.param("name", name)
			.param("inFolder", "%/" + name.replaceAll("([!%_])", "!$1"))
			.query(Row.as((row) -> new DeployedFile(new String(row.bytes("bytes_"), StandardCharsets.UTF_8),
					row.text("deployment"), row.instant("deploy_time_"), row.userId("by"))))
			.optional();
	}

	private record Known(String deployments, Map<String, Optional<DeployedFile>> files) {
	}

	/**
	 * A deployed file.
	 *
	 * @param content its text
	 * @param deployment the deployment's name, or {@code null}
	 * @param deployedAt when
	 * @param by who deployed it, or {@code null} where nobody knows
	 */
	public record DeployedFile(String content, String deployment, Instant deployedAt, UserId by) {
	}

}
