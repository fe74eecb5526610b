package dev.escala.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escala.text.Storable;
import dev.escala.validation.FieldProblem;

/**
 * Compares a JSON body with the type that it is meant for, before Jackson binds it:
 * Jackson stops at the first mistake, and silently turns numbers into texts.
 */
final class JsonShape {

	private final ObjectMapper mapper;

	JsonShape(ObjectMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * Returns the body without what is wrong in it.
	 * @param problems receives what is wrong, with paths like {@code contacts[0].email}
	 */
	JsonNode check(JsonNode body, JavaType type, List<FieldProblem> problems) {
		return check(body, type, "", problems);
	}

	private JsonNode check(JsonNode node, JavaType type, String path, List<FieldProblem> problems) {
		Class<?> raw = type.getRawClass();
		if (node == null || node.isNull() || node.isMissingNode()) {
			return raw.isPrimitive() ? refuse(path, "Falta el valor.", problems) : NullNode.getInstance();
		}
		if (raw == String.class) {
			return text(node, path, problems);
		}
		if (raw.isEnum()) {
			return constant(node, raw, path, problems);
		}
		if (raw == boolean.class || raw == Boolean.class) {
			return node.isBoolean() ? node : wrongType(path, "true o false", node, problems);
		}
		if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
			return integer(node, raw, path, problems);
		}
		if (type.isCollectionLikeType()) {
			return elements(node, type.getContentType(), path, problems);
		}
		if (raw.getName().startsWith("dev.escala.")) {
			return members(node, type, path, problems);
		}
		return other(node, type, path, problems);
	}

	private static JsonNode text(JsonNode node, String path, List<FieldProblem> problems) {
		if (!node.isTextual()) {
			return wrongType(path, "un texto entre comillas", node, problems);
		}
		return Storable.isStorable(node.textValue()) ? node : refuse(path,
				"Contiene caracteres que no se pueden guardar (el nulo o medio par sustituto).", problems);
	}

	private static JsonNode constant(JsonNode node, Class<?> type, String path, List<FieldProblem> problems) {
		if (!node.isTextual()) {
			return wrongType(path, "un texto entre comillas", node, problems);
		}
		List<String> names = Arrays.stream(type.getEnumConstants())
			.map((constant) -> ((Enum<?>) constant).name())
			.toList();
		return names.contains(node.textValue()) ? node : refuse(path, "No se conoce el valor "
				+ Text.quote(node.textValue()) + ". Valores posibles: " + String.join(", ", names) + ".", problems);
	}

	private static JsonNode integer(JsonNode node, Class<?> type, String path, List<FieldProblem> problems) {
		if (!node.isIntegralNumber()) {
			return wrongType(path, "un número entero", node, problems);
		}
		boolean fits = (type == int.class || type == Integer.class) ? node.canConvertToInt() : node.canConvertToLong();
		return fits ? node : refuse(path, "El número es demasiado grande o demasiado pequeño.", problems);
	}

	private JsonNode elements(JsonNode node, JavaType type, String path, List<FieldProblem> problems) {
		if (!node.isArray()) {
			return wrongType(path, "una lista", node, problems);
		}
		ArrayNode checked = this.mapper.createArrayNode();
		for (int i = 0; i < node.size(); i++) {
			checked.add(check(node.get(i), type, path + "[" + i + "]", problems));
		}
		return checked;
	}

	private JsonNode members(JsonNode node, JavaType type, String path, List<FieldProblem> problems) {
		if (!node.isObject()) {
			return wrongType(path, "un objeto", node, problems);
		}
		Map<String, JavaType> known = this.mapper.getDeserializationConfig()
			.introspect(type)
			.findProperties()
			.stream()
			.filter(BeanPropertyDefinition::couldDeserialize)
			.collect(Collectors.toMap(BeanPropertyDefinition::getName, BeanPropertyDefinition::getPrimaryType,
					(first, second) -> first, LinkedHashMap::new));
		ObjectNode checked = this.mapper.createObjectNode();
		String prefix = path.isEmpty() ? "" : path + ".";
		node.properties().forEach((member) -> {
			JavaType expected = known.get(member.getKey());
			if (expected != null) {
				JsonNode value = check(member.getValue(), expected, prefix + member.getKey(), problems);
				if (!(value.isNull() && expected.isPrimitive())) {
					checked.set(member.getKey(), value);
				}
			}
			else {
				String name = Storable.isStorable(member.getKey()) ? member.getKey() : "";
				refuse(prefix + name, "No existe el campo " + Text.quote(member.getKey()) + ". Campos posibles: "
						+ String.join(", ", known.keySet()) + ".", problems);
			}
		});
		return checked;
	}

	/** Dates and the like: Jackson knows whether the value is one. */
	private JsonNode other(JsonNode node, JavaType type, String path, List<FieldProblem> problems) {
		if (type.getRawClass().getName().startsWith("java.time.") && !node.isTextual()) {
			return wrongType(path, "una fecha entre comillas", node, problems);
		}
		try {
			this.mapper.treeToValue(node, type);
			return node;
		}
		catch (JsonProcessingException ex) {
			return refuse(path, "El valor " + Text.quote(node.asText()) + " no tiene la forma que se espera.",
					problems);
		}
	}

	private static JsonNode wrongType(String path, String expected, JsonNode node, List<FieldProblem> problems) {
		String found = switch (node.getNodeType()) {
			case STRING -> "un texto";
			case NUMBER -> "un número";
			case BOOLEAN -> "un valor lógico";
			case ARRAY -> "una lista";
			case OBJECT -> "un objeto";
			default -> "otra cosa";
		};
		return refuse(path, "Se esperaba " + expected + " y llegó " + found + ".", problems);
	}

	private static JsonNode refuse(String path, String message, List<FieldProblem> problems) {
		problems.add(new FieldProblem(path, message));
		return NullNode.getInstance();
	}

}
