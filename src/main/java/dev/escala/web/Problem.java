package dev.escala.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.escala.validation.FieldProblem;

import org.springframework.http.HttpStatus;

/**
 * The answer to a request that was not carried out, as {@code application/problem+json}
 * (RFC 9457) in Spanish.
 *
 * @param title the kind of problem in a few words
 * @param status HTTP status
 * @param detail what is wrong and what to do, for people
 * @param errors what is wrong with each field; empty where no field is concerned
 * @param reference what to tell support; only where the mistake is ours, and then it
 * stands in the log beside the cause
 */
public record Problem(String title, int status, String detail,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors,
		@JsonInclude(JsonInclude.Include.NON_NULL) String reference) {

	/** A problem of the request as a whole. */
	public static Problem of(HttpStatus status, String detail) {
		return of(status, detail, List.of());
	}

	static Problem of(HttpStatus status, String detail, List<FieldProblem> errors) {
		return new Problem(title(status.value()), status.value(), detail, errors, null);
	}

	/** A problem of one field. */
	public static Problem of(HttpStatus status, String field, String message) {
		return of(status, message, List.of(new FieldProblem(field, message)));
	}

	/** The same with another status. */
	public Problem as(HttpStatus other) {
		return new Problem(title(other.value()), other.value(), this.detail, this.errors, this.reference);
	}

	/** A mistake of ours; the reference stands in the log beside the cause. */
	public static Problem unexpected(String reference) {
		return new Problem(title(500), 500,
				"Algo ha fallado en Escala y no se ha hecho lo que se pedía. "
						+ "Vuelva a intentarlo; si se repite, indique la referencia " + reference + ".",
				List.of(), reference);
	}

	/** What can be said where nothing but the status is known. */
	public static Problem of(int status) {
		String detail = switch (status) {
			case 400 -> "No se entiende la petición: revise la dirección y las cabeceras.";
			case 401 -> "Hace falta iniciar sesión con un usuario y una contraseña válidos.";
			case 403 -> "No tiene permiso para hacer esto.";
			case 404 -> "No existe nada en esta dirección.";
			case 405 -> "En esta dirección no se admite este método.";
			case 406 -> "No se puede responder en el formato que pide la cabecera Accept.";
			case 413 -> "El contenido enviado es demasiado grande.";
			case 414 -> "La dirección es demasiado larga.";
			case 415 -> "No se admite este tipo de contenido.";
			case 431 -> "Las cabeceras son demasiado grandes.";
			case 503 -> "La base de datos no responde o no da abasto. Vuelva a intentarlo en unos segundos.";
			default -> (status < 500) ? "No se puede atender la petición." : "Algo ha fallado en Escala.";
		};
		return new Problem(title(status), status, detail, List.of(), null);
	}

	private static String title(int status) {
		return switch (status) {
			case 400 -> "Hay datos que corregir";
			case 401 -> "Hay que iniciar sesión";
			case 403 -> "Sin permiso";
			case 404 -> "No existe";
			case 405 -> "Método no admitido";
			case 406 -> "Formato de respuesta no disponible";
			case 409 -> "No es posible en este momento";
			case 412 -> "Ha cambiado entretanto";
			case 413 -> "Contenido demasiado grande";
			case 414 -> "Dirección demasiado larga";
			case 415 -> "Tipo de contenido no admitido";
			case 503 -> "No disponible en este momento";
			default -> (status < 500) ? "Petición no admitida" : "Error inesperado";
		};
	}
}
