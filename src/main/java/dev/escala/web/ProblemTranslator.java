package dev.escala.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.database.DatabaseWatch;
import dev.escala.validation.ConflictException;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.validation.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says in Spanish what an exception means to the one who sent the request. */
@Component
public class ProblemTranslator {

	private static final Logger log = LoggerFactory.getLogger(ProblemTranslator.class);

	private final WebProperties properties;

	private final DatabaseWatch database;

	ProblemTranslator(WebProperties properties, DatabaseWatch database) {
		this.properties = properties;
		this.database = database;
	}

	/**
	 * What an exception means. What nobody knows is a mistake of ours: the log says why,
	 * beside a reference.
	 */
	public Problem translate(Throwable thrown) {
		return understood(thrown).orElseGet(() -> unknown(thrown));
	}

	/** What an exception means, where that is known. */
	public Optional<Problem> understood(Throwable thrown) {
		if (this.database.isCauseOf(thrown)) {
			return Optional.of(Problem.of(503));
		}
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			Problem problem = known(cause);
			if (problem != null) {
				return Optional.of(problem);
			}
		}
		return Optional.empty();
	}

	/** A mistake of ours, whatever it was. */
	private Problem unknown(Throwable thrown) {
		if (thrown instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
			return Problem.of(response.getStatusCode().value());
		}
		String reference = UUID.randomUUID().toString().substring(0, 8);
		log.error("Unexpected error, reference {}", reference, thrown);
		return Problem.unexpected(reference);
	}

	private Problem known(Throwable cause) {
		if (cause instanceof Refusal refusal) {
			return refusal(refusal);
		}
		if (cause instanceof ProblemException problem) {
			return problem.problem();
		}
		if (cause instanceof BodyTooLargeException tooLarge) {
			return tooLarge.problem();
		}
		Problem problem = request(cause);
		if (problem == null) {
			problem = parameter(cause);
		}
		return (problem != null) ? problem : storage(cause);
	}

	private static Problem refusal(Refusal refusal) {
		if (refusal instanceof InvalidInputException invalid) {
			return Problem.of(HttpStatus.BAD_REQUEST, invalid.getMessage(), invalid.problems());
		}
		if (refusal instanceof NotFoundException) {
			return Problem.of(HttpStatus.NOT_FOUND, refusal.getMessage());
		}
		if (refusal instanceof ForbiddenException) {
			return Problem.of(HttpStatus.FORBIDDEN, refusal.getMessage());
		}
		if (refusal instanceof ConflictException) {
			return Problem.of(HttpStatus.CONFLICT, refusal.getMessage());
		}
		throw new IllegalArgumentException(refusal);
	}

	private Problem request(Throwable cause) {
		if (cause instanceof HttpRequestMethodNotSupportedException method) {
			String[] supported = (method.getSupportedMethods() == null) ? new String[0] : method.getSupportedMethods();
			return Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "En esta dirección no se admite el método "
					+ Text.quote(method.getMethod()) + ". Métodos admitidos: " + String.join(", ", supported) + ".");
		}
		if (cause instanceof HttpMediaTypeNotSupportedException type) {
			String sent = (type.getContentType() == null) ? "Falta la cabecera Content-Type."
					: "No se admite el contenido de tipo " + Text.quote(type.getContentType().toString()) + ".";
			return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
					sent + " Tipos admitidos: " + types(type.getSupportedMediaTypes()) + ".");
		}
		if (cause instanceof HttpMediaTypeNotAcceptableException) {
			return Problem.of(HttpStatus.NOT_ACCEPTABLE,
					"No se puede responder en el formato que pide la cabecera Accept. Se responde con application/json.");
		}
		if (cause instanceof MaxUploadSizeExceededException) {
			return BodyTooLargeException.problem(this.properties.maxUpload().toBytes());
		}
		if (cause instanceof MissingServletRequestPartException part) {
			return Problem.of(HttpStatus.BAD_REQUEST, part.getRequestPartName(),
					"Falta la parte " + Text.quote(part.getRequestPartName()) + " con el fichero.");
		}
		if (cause instanceof MultipartException) {
			return Problem.of(HttpStatus.BAD_REQUEST, "El envío en partes (multipart/form-data) está mal formado.");
		}
		if (cause instanceof HttpMessageNotReadableException unreadable && unreadable.getCause() == null) {
			return Problem.of(HttpStatus.BAD_REQUEST, "Falta el contenido de la petición: se esperaba un objeto JSON.");
		}
		if (cause instanceof HttpMessageNotReadableException unreadable
				&& !(unreadable.getRootCause() instanceof BodyTooLargeException)) {
			return Problem.of(HttpStatus.BAD_REQUEST, "No se pudo leer el contenido de la petición hasta el final.");
		}
		return null;
	}

	private static String types(List<MediaType> types) {
		Stream<MediaType> named = types.stream().filter((type) -> !type.isWildcardSubtype());
		return named.map(MediaType::toString).distinct().collect(Collectors.joining(", "));
	}

	private static Problem parameter(Throwable cause) {
		if (cause instanceof MethodArgumentTypeMismatchException mismatch) {
			return mismatch(mismatch.getName(), mismatch);
		}
		if (cause instanceof MissingServletRequestParameterException missing) {
			return Problem.of(HttpStatus.BAD_REQUEST, missing.getParameterName(),
					"Falta el parámetro " + Text.quote(missing.getParameterName()) + ".");
		}
		if (cause instanceof MissingRequestHeaderException missing) {
			return Problem.of(HttpStatus.BAD_REQUEST, missing.getHeaderName(),
					"Falta la cabecera " + Text.quote(missing.getHeaderName()) + ".");
		}
		if (cause instanceof HandlerMethodValidationException invalid) {
			return fields(invalid.getParameterValidationResults()
				.stream()
				.map((result) -> new FieldProblem(result.getMethodParameter().getParameterName(), "No es válido."))
				.toList());
		}
		if (cause instanceof BindException bind) {
			return fields(bind.getFieldErrors()
				.stream()
				.map((error) -> new FieldProblem(error.getField(), "No es válido."))
				.toList());
		}
		return null;
	}

	private static Problem mismatch(String name, TypeMismatchException mismatch) {
		String message = "El valor " + Text.quote(String.valueOf(mismatch.getValue())) + " no es válido para "
				+ Text.quote(name) + ".";
		Class<?> type = mismatch.getRequiredType();
		if (type != null && type.isEnum()) {
			message += " Valores posibles: " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> ((Enum<?>) constant).name())
				.collect(Collectors.joining(", ")) + ".";
		}
		else if (type == int.class || type == long.class || (type != null && Number.class.isAssignableFrom(type))) {
			message += " Se espera un número.";
		}
		return Problem.of(HttpStatus.BAD_REQUEST, name, message);
	}

	private static Problem fields(List<FieldProblem> problems) {
		return Problem.of(HttpStatus.BAD_REQUEST, "Hay campos que no son válidos.", problems);
	}

	private static Problem storage(Throwable cause) {
		// The engine's exceptions are known by name: this module does not see the engine.
		String name = cause.getClass().getSimpleName();
		if (cause instanceof ConcurrencyFailureException || name.equals("OptimisticLockingException")) {
			return Problem.of(HttpStatus.CONFLICT,
					"Otra persona lo ha cambiado al mismo tiempo. Consulte cómo está ahora y vuelva a intentarlo.");
		}
		if (name.equals("AuthorizationException")) {
			return Problem.of(403);
		}
		if (cause instanceof CannotCreateTransactionException || cause instanceof DataAccessResourceFailureException) {
			log.warn("The database could not be used: {}", cause.getMessage());
			return Problem.of(503);
		}
		if (cause instanceof java.sql.SQLException sql && sql.getSQLState() != null) {
			return sql(sql);
		}
		return null;
	}

	/**
	 * A net below the checks: what gets here should have been refused in better words.
	 */
	private static Problem sql(java.sql.SQLException ex) {
		if (ex.getSQLState().equals("23505") || ex.getSQLState().equals("23503")) {
			log.warn("The database refused a change", ex);
			return Problem.of(HttpStatus.CONFLICT,
					"Contradice lo que ya está guardado: puede que ya exista o que otro dato lo use.");
		}
		if (ex.getSQLState().startsWith("23")) {
			log.warn("The database refused a change", ex);
			return Problem.of(HttpStatus.CONFLICT,
					"Contradice una regla de los datos o lo que ya está guardado: no se ha guardado nada.");
		}
		if (ex.getSQLState().equals("55P03")) {
			log.warn("A lock was not free in time: {}", firstLine(ex));
			return Problem.of(HttpStatus.CONFLICT,
					"Alguien trabaja con ello en este momento. Vuelva a intentarlo en unos segundos.");
		}
		if (ex.getSQLState().startsWith("22")) {
			log.warn("The database refused a value: {}", firstLine(ex));
			return Problem.of(HttpStatus.BAD_REQUEST, "Hay un valor que no se puede guardar.");
		}
		return null;
	}

	private static String firstLine(java.sql.SQLException ex) {
		return String.valueOf(ex.getMessage()).lines().findFirst().orElse("");
	}

}
