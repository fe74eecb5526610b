package dev.escala.support;

import java.util.stream.Collectors;

import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.jdbc.core.simple.JdbcClient;

/** An answer to each point of a customer that waits for one, as programs send them. */
public final class ReplyAnswers {

	private ReplyAnswers() {
	}

	/** The field {@code answers} of a reply. */
	public static String of(ProcessEngine engine, CaseNumber number) {
		var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
		return JdbcClient.create(configuration.getDataSource())
			.sql("""
					SELECT p.id FROM contact_point p JOIN case_contact c ON c.id = p.contact_id
					WHERE c.case_number = ? AND c.replied_at IS NULL AND p.question AND p.answer IS NULL
					  AND p.no_answer_reason IS NULL
					ORDER BY p.id
					""")
			.param(number.value())
			.query(Long.class)
			.list()
			.stream()
			.map((id) -> "{\"point\": " + id + ", \"answer\": \"Mañana se lo decimos, a las diez.\"}")
			.collect(Collectors.joining(", ", "[", "]"));
	}

}
