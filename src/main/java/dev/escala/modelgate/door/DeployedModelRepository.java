package dev.escala.modelgate.door;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.database.Row;
import dev.escala.engine.persistence.InForceRepository;
import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.ModelFile;
import dev.escala.reference.UserId;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What takes effect in this engine, and whom it knows. */
@Repository
class DeployedModelRepository implements Deployed {

	private final JdbcClient jdbc;

	private final BeanFactory beans;

	private final InForceRepository inForce;

	DeployedModelRepository(JdbcClient jdbc, BeanFactory beans, InForceRepository inForce) {
		this.inForce = inForce;
		this.jdbc = jdbc;
		this.beans = beans;
	}

	@Override
	public Set<String> processes() {
		return names("SELECT DISTINCT key_ FROM act_re_procdef");
	}

	@Override
	public Set<String> decisions() {
		return names("SELECT DISTINCT key_ FROM act_re_decision_def");
	}

	@Override
	public Set<String> forms() {
		return names("SELECT DISTINCT key_ FROM act_re_camformdef");
	}

	@Override
	public Set<String> groups() {
		return names("SELECT id_ FROM act_id_group");
	}

	@Override
	public boolean hasPerson(UserId person) {
		return this.jdbc.sql("SELECT EXISTS (SELECT 1 FROM act_id_user WHERE id_ = ?)")
			.param(person.value())
			.query(Boolean.class)
			.single();
	}

	@Override
	public boolean hasBean(String name) {
		return this.beans.containsBean(name);
	}

	@Override
	public Optional<ModelFile> form(String id) {
		return this.jdbc.sql("""
				SELECT b.name_, b.bytes_ FROM act_re_camformdef f
				JOIN act_ge_bytearray b ON b.deployment_id_ = f.deployment_id_ AND b.name_ = f.resource_name_
				WHERE f.key_ = ? ORDER BY f.version_ DESC LIMIT 1
				""").param(id).query(Row.as((row) -> new ModelFile(row.text("name_"), row.bytes("bytes_")))).optional();
	}

	@Override
	public long running(String form) {
		String named = "formRef=\"" + form + "\"";
		return this.jdbc.sql("""
				SELECT count(*) AS running, b.bytes_ FROM act_ru_execution e
				JOIN act_re_procdef d ON d.id_ = e.proc_def_id_
				JOIN act_ge_bytearray b ON b.deployment_id_ = d.deployment_id_ AND b.name_ = d.resource_name_
				WHERE e.id_ = e.proc_inst_id_ GROUP BY b.id_, b.bytes_
				""")
			.query(Row.as((row) -> new String(row.bytes("bytes_"), StandardCharsets.UTF_8).contains(named)
					? row.number("running") : 0))
			.list()
			.stream()
			.mapToLong(Integer::longValue)
			.sum();
	}

	@Override
	public boolean isBrought(ModelFile file) {
		return this.inForce.isBrought(file.content());
	}

	@Override
	public Optional<ModelFile> tagged(String key, String versionTag) {
		return this.jdbc.sql("""
				SELECT b.name_, b.bytes_ FROM (
				  SELECT key_, version_tag_, version_, deployment_id_, resource_name_ FROM act_re_procdef
				  UNION ALL
				  SELECT key_, version_tag_, version_, deployment_id_, resource_name_ FROM act_re_decision_def) d
				JOIN act_ge_bytearray b ON b.deployment_id_ = d.deployment_id_ AND b.name_ = d.resource_name_
				WHERE d.key_ = ? AND d.version_tag_ = ? ORDER BY d.version_ DESC LIMIT 1
				""")
			.params(key, versionTag)
			.query(Row.as((row) -> new ModelFile(row.text("name_"), row.bytes("bytes_"))))
			.optional();
	}

	private Set<String> names(String statement) {
		return new TreeSet<>(this.jdbc.sql(statement).query(String.class).list());
	}

}
