package dev.escala.web;

import java.io.CharConversionException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;

import org.springframework.core.GenericTypeResolver;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;

/**
 * Reads the JSON bodies of our own types strictly, and says everything that is wrong with
 * one at once. It has a mapper of its own: the one of Spring Boot, and the ones of the
 * engine's REST, stay as they are.
 */
class StrictJsonConverter extends AbstractGenericHttpMessageConverter<Object> {

	private static final int MAX_DEPTH = 50;

	private static final String DUPLICATE = "Duplicate field '";

	private final JsonMapper mapper;

	StrictJsonConverter() {
		super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
		this.mapper = JsonMapper.builder()
			.findAndAddModules()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.build();
		this.mapper.getFactory()
			.setStreamReadConstraints(
					StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxNumberLength(100).build());
	}

	@Override
	public boolean canRead(Type type, Class<?> contextClass, MediaType mediaType) {
		JavaType target = target(type, contextClass);
		return (isOurs(target) || (target.getContentType() != null && isOurs(target.getContentType())))
				&& canRead(mediaType);
	}

	@Override
	public boolean canWrite(Type type, Class<?> clazz, MediaType mediaType) {
		return false;
	}

	@Override
	public Object read(Type type, Class<?> contextClass, HttpInputMessage message) throws IOException {
		JavaType target = target(type, contextClass);
		JsonNode body = parse(message);
		List<FieldProblem> problems = new ArrayList<>();
		JsonNode checked = new JsonShape(this.mapper).check(body, target, problems);
		if (checked == null || checked.isNull()) {
			throw new InvalidInputException(problems.isEmpty()
					? List.of(new FieldProblem("", "Se esperaba un objeto JSON con los campos.")) : problems);
		}
		return build(checked, target, problems);
	}

	/**
	 * Commands refuse in their constructors; what they say joins what was found before.
	 */
	private Object build(JsonNode checked, JavaType target, List<FieldProblem> problems) {
		Object value = null;
		try {
			value = this.mapper.treeToValue(checked, target);
		}
		catch (JsonProcessingException ex) {
			if (ex.getCause() instanceof InvalidInputException invalid) {
				invalid.problems()
					.stream()
					.filter((problem) -> problems.stream().noneMatch((other) -> other.field().equals(problem.field())))
					.toList()
					.forEach(problems::add);
			}
			else if (problems.isEmpty()) {
				throw new IllegalStateException("A body of a good shape was not accepted", ex);
			}
		}
		if (!problems.isEmpty()) {
			throw new InvalidInputException(problems);
		}
		return value;
	}

	private JsonNode parse(HttpInputMessage message) throws IOException {
		try {
			return this.mapper.readTree(message.getBody());
		}
		catch (StreamConstraintsException ex) {
			throw malformed("El JSON está demasiado anidado o contiene un número o un nombre demasiado largo",
					ex.getLocation());
		}
		catch (JsonProcessingException ex) {
			String text = ex.getOriginalMessage();
			if (text.startsWith(DUPLICATE)) {
				String name = text.substring(DUPLICATE.length(), text.length() - 1);
				throw new InvalidInputException(name, "El campo " + Text.quote(name) + " aparece dos veces.");
			}
			if (text.contains("Invalid UTF-8")) {
				throw malformed("El JSON no es UTF-8 válido", ex.getLocation());
			}
			throw malformed("El JSON está mal formado", ex.getLocation());
		}
		catch (CharConversionException ex) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "El JSON no es UTF-8 válido.");
		}
	}

	private static ProblemException malformed(String what, JsonLocation where) {
		String place = (where == null) ? "."
				: " (línea " + where.getLineNr() + ", columna " + where.getColumnNr() + ").";
		return new ProblemException(HttpStatus.BAD_REQUEST, what + place);
	}

	private JavaType target(Type type, Class<?> contextClass) {
		return this.mapper.constructType(GenericTypeResolver.resolveType(type, contextClass));
	}

	private static boolean isOurs(JavaType type) {
		return type.getRawClass().getName().startsWith("dev.escala.");
	}

	@Override
	protected boolean supports(Class<?> clazz) {
		return true;
	}

	@Override
	protected Object readInternal(Class<?> clazz, HttpInputMessage message) throws IOException {
		return read(clazz, null, message);
	}

	@Override
	protected void writeInternal(Object value, Type type, HttpOutputMessage message) {
		throw new IllegalStateException("Only reads");
	}

}
