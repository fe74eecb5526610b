package dev.escala.engine.rest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.escala.web.Problem;
import dev.escala.web.Text;
import jakarta.ws.rs.WebApplicationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.server.ParamException;

import org.springframework.http.HttpStatus;

/**
 * The Spanish of what Camunda refuses. It answers many a mistake of the caller as an
 * internal error; which they are shows the exception's kind, what it says, or that a
 * resource stumbled over its input before it called the engine.
 */
final class EngineSentences {

	private static final Pattern MISSING = Pattern.compile(
			"(?i)does ?n[o']t exist|not (?:be )?found|no .{0,80}found|cannot find|no matching|no deployed|non-?existing");

	private static final Pattern PARAMETER = Pattern
		.compile("(?s)Cannot set query parameter '([^']{1,60})' to value '(.*?)'.*");

	private static final Pattern LIMIT = Pattern.compile("(?i)unbound number of results|Max results limit.*");

	private static final Pattern OWN_PASSWORD = Pattern.compile("authenticated user password is not valid");

	private static final Pattern SORTING = Pattern.compile("(?i).*sort(?:By|Order|ing).*");

	private static final List<String> READERS = List.of("org.camunda.bpm.engine.rest.", "org.camunda.bpm.cockpit.",
			"org.camunda.bpm.admin.", "org.camunda.bpm.tasklist.", "org.camunda.bpm.webapp.", "org.camunda.spin.",
			"org.glassfish.jersey.", "org.apache.commons.fileupload");

	/** Fails where the engine keeps no metrics: {@code camunda.bpm.metrics.enabled}. */
	private static final String METRICS = "org.camunda.bpm.engine.impl.persistence.entity.MeterLogManager";

	private static final Pattern COMMANDS = Pattern.compile(
			"org\\.camunda\\.bpm\\.engine\\.impl\\.(?:cmd\\.|cfg\\.auth\\.|[a-z]*\\.?\\w*(?:Cmd|Query\\w*|Builder\\w*)$).*");

	private static final String GONE = "No existe lo que se pide, o ya no está.";

	private static final String INCOMPLETE = "Falta un dato que la petición debe traer, o no tiene la forma esperada.";

	private EngineSentences() {
	}

	/** What the caller did wrong, or empty where the mistake is not the caller's. */
	static Optional<Problem> of(Throwable thrown) {
		return named(thrown).or(() -> json(thrown))
			.or(() -> database(thrown))
			.or(() -> engine(thrown))
			.or(() -> rest(thrown))
			.or(() -> stumbled(thrown))
			.or(() -> complaint(thrown));
	}

	/** A parameter that a resource names. */
	private static Optional<Problem> named(Throwable thrown) {
		return Causes.find(thrown, RestException.class)
			.map((rest) -> PARAMETER.matcher(String.valueOf(rest.getMessage())))
			.filter(Matcher::matches)
			.map((parameter) -> parameter(parameter.group(1), parameter.group(2)));
	}

	/** A body that cannot be read; one that cannot be written is ours. */
	private static Optional<Problem> json(Throwable thrown) {
		return Causes.find(thrown, JsonProcessingException.class)
			.filter((ex) -> !(ex.getProcessor() instanceof JsonGenerator))
			.map((ex) -> {
				if (ex instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
					String field = mapping.getPath()
						.stream()
						.map((step) -> (step.getFieldName() != null) ? "." + step.getFieldName()
								: "[" + step.getIndex() + "]")
						.collect(Collectors.joining())
						.replaceFirst("^\\.", "");
					return Problem.of(HttpStatus.BAD_REQUEST, field,
							"El campo " + Text.quote(field) + " no tiene el tipo o la forma que se esperan.");
				}
				String place = (ex.getLocation() == null) ? "" : " (línea " + ex.getLocation().getLineNr() + ")";
				return bad("El contenido enviado no es el JSON que se espera" + place + ".");
			});
	}

	private static Optional<Problem> database(Throwable thrown) {
		return Causes.find(thrown, ProcessEngineException.class)
			.filter((ex) -> ex.getCode() == BuiltinExceptionCode.COLUMN_SIZE_TOO_SMALL.getCode())
			.map((ex) -> bad("Hay un valor demasiado largo: no cabe donde debe guardarse."));
	}

	private static Optional<Problem> engine(Throwable thrown) {
		Optional<ParseException> parse = Causes.find(thrown, ParseException.class);
		if (parse.isPresent()) {
			return parse.map(EngineSentences::model);
		}
		if (Causes.has(thrown, NotFoundException.class)) {
			return Optional.of(gone());
		}
		if (Causes.has(thrown, FormFieldValidationException.class)) {
			return Optional.of(bad("Revise los campos del formulario: hay alguno que no es válido."));
		}
		return Causes.find(thrown, NullValueException.class)
			.map((ex) -> says(ex, MISSING) ? gone() : bad(INCOMPLETE))
			.or(() -> Causes.find(thrown, BadUserRequestException.class).map(EngineSentences::badRequest));
	}

	private static Problem badRequest(BadUserRequestException ex) {
		if (says(ex, LIMIT)) {
			return Problem.of(HttpStatus.BAD_REQUEST, "maxResults",
					"Indique cuántos resultados quiere como máximo (maxResults), sin pasar del límite de Escala.");
		}
		return says(ex, MISSING) ? gone() : bad("Lo que se pide no es posible con estos datos.");
	}

	private static Problem model(ParseException ex) {
		String places = ex.getResorceReports()
			.stream()
			.flatMap((report) -> report.getErrors()
				.stream()
				.map((error) -> Text.quote(report.getResourceName()) + ", línea " + error.getLine()
						+ ((error.getMainElementId() == null) ? ""
								: ", elemento " + Text.quote(error.getMainElementId()))))
			.limit(10)
			.collect(Collectors.joining("; "));
		return bad("El modelo no se puede desplegar: no es válido" + (places.isEmpty() ? "." : " (" + places + ")."));
	}

	/** What a resource refused in its own name. */
	private static Optional<Problem> rest(Throwable thrown) {
		if (thrown instanceof ParamException.PathParamException) {
			return Optional.of(Problem.of(404));
		}
		if (thrown instanceof ParamException parameter) {
			return Optional.of(parameter(parameter.getParameterName(), null));
		}
		if (thrown instanceof WebApplicationException web) {
			int status = web.getResponse().getStatus();
			return (status < 500) ? Optional.of(Problem.of(status)) : Optional.empty();
		}
		if (!(thrown instanceof RestException rest)) {
			return Optional.empty();
		}
		int status = (rest.getStatus() == null) ? 500 : rest.getStatus().getStatusCode();
		if (status >= 500) {
			// Some resources keep nothing but the engine's sentence.
			return (rest.getCause() == null) ? Optional.of(kept(rest)) : Optional.empty();
		}
		if (status == 404) {
			return Optional.of(gone());
		}
		if (status == 400 && says(rest, OWN_PASSWORD)) {
			return Optional
				.of(bad("Su contraseña actual no es correcta, o ha habido demasiados intentos: compruébela y "
						+ "vuelva a intentarlo dentro de un minuto."));
		}
		if (status == 400) {
			return Optional.of(says(rest, SORTING)
					? bad("El orden no es válido: indique sortBy y sortOrder (asc o desc) con valores conocidos.")
					: bad(INCOMPLETE));
		}
		return Optional.of(Problem.of(status));
	}

	private static Problem kept(RestException rest) {
		return says(rest, MISSING) ? gone()
				: Problem.of(HttpStatus.CONFLICT, "No es posible en el estado en que está. Si es un trabajo del motor, "
						+ "la causa queda anotada en su incidente.");
	}

	private static Problem parameter(String name, String value) {
		return Problem.of(HttpStatus.BAD_REQUEST, name, "El parámetro " + Text.quote(name) + " no admite "
				+ ((value == null) ? "ese valor." : "el valor " + Text.quote(value) + "."));
	}

	/**
	 * Something stumbled over its input: a resource or what it reads with, before the
	 * engine was called, or a command over what it did not find.
	 */
	private static Optional<Problem> stumbled(Throwable thrown) {
		Throwable root = Causes.root(thrown);
		String thrower = Causes.thrower(root);
		if (thrower.startsWith(METRICS)) {
			return Optional.of(Problem.of(HttpStatus.CONFLICT, "Aquí no se llevan las métricas del motor."));
		}
		if (READERS.stream().anyMatch(thrower::startsWith)) {
			return Optional.of(bad(INCOMPLETE));
		}
		boolean command = COMMANDS.matcher(thrower).matches() && !Causes.isOfFeature(root);
		return command ? Optional.of((root instanceof NullPointerException) ? gone() : bad(INCOMPLETE))
				: Optional.empty();
	}

	/** The engine itself says no, and nothing failed below it. */
	private static Optional<Problem> complaint(Throwable thrown) {
		Throwable root = Causes.root(thrown);
		if (!(root instanceof ProcessEngineException complaint)) {
			return Optional.empty();
		}
		return Optional.of(says(complaint, MISSING) ? gone() : bad("Lo que se pide no es posible con estos datos."));
	}

	private static boolean says(Throwable thrown, Pattern pattern) {
		return thrown.getMessage() != null && pattern.matcher(thrown.getMessage()).find();
	}

	private static Problem gone() {
		return Problem.of(HttpStatus.NOT_FOUND, GONE);
	}

	private static Problem bad(String sentence) {
		return Problem.of(HttpStatus.BAD_REQUEST, sentence);
	}

}
