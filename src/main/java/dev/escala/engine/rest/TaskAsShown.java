package dev.escala.engine.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import org.camunda.bpm.engine.rest.dto.task.TaskDto;

/**
 * Takes a task back as it was shown. Whoever changes a date in Tasklist sends the whole
 * task that Tasklist was given, and Camunda cannot read the reference to its form, which
 * it wrote itself and does not look at.
 */
class TaskAsShown implements ReaderInterceptor {

	private static final ObjectMapper JSON = JsonMapper.builder().build();

	@Override
	public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
		if (context.getType() == TaskDto.class) {
			context.setInputStream(new ByteArrayInputStream(withoutForm(context.getInputStream().readAllBytes())));
		}
		return context.proceed();
	}

	private static byte[] withoutForm(byte[] body) throws IOException {
		try {
			JsonNode task = JSON.readTree(body);
			if (task instanceof ObjectNode fields && fields.remove("camundaFormRef") != null) {
				return JSON.writeValueAsBytes(fields);
			}
		}
		catch (JsonProcessingException ex) {
			// Whoever reads it next says what is wrong with it.
		}
		return body;
	}

}
