package dev.escala.letter.process;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.escala.letter.PointAnswer;
import dev.escala.validation.InvalidInputException;

/** Reads the answers that programs send with a completed task; people have a page. */
final class SentAnswers {

	private static final ObjectMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private SentAnswers() {
	}

	/**
	 * Reads them.
	 * @param json a list, or {@code null} for none
	 * @throws InvalidInputException for anything else, naming the field
	 */
	static List<PointAnswer> read(String json) {
		if (json == null) {
			return List.of();
		}
		try {
			List<PointAnswer> answers = JSON.readValue(json, new TypeReference<>() {
			});
			if (answers != null && answers.stream().allMatch((one) -> one != null && one.point() > 0)) {
				return answers;
			}
		}
		catch (JsonProcessingException ex) {
			// What the parser says is in English and about its own classes.
		}
		throw new InvalidInputException("answers",
				"«answers» debe ser una lista en JSON con cada punto y su respuesta, por ejemplo "
						+ "[{\"point\": 12, \"answer\": \"Llega mañana.\"}] o "
						+ "[{\"point\": 12, \"noAnswerReason\": \"Es un saludo.\"}].");
	}

}
