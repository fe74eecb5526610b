package dev.escala.pursuit.interest.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.escala.pursuit.Capture;
import dev.escala.pursuit.interest.SaidLead;
import dev.escala.pursuit.interest.WebLeads;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.IdempotencyKeys;
import dev.escala.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the forms of other sites and networks bring whoever is interested (002-10): no
 * login, but the signature of Standard Webhooks over id, hour and body.
 */
@RestController
@RequestMapping(path = "/api/leads", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ventas")
class LeadController {

	private static final String PATH = "/api/leads";

	/** A signature is worth that long before and after its hour. */
	private static final Duration TOLERANCE = Duration.ofMinutes(5);

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final LeadSecrets secrets;

	private final WebLeads leads;

	private final IdempotencyKeys once;

	private final Clock clock;

	LeadController(LeadSecrets secrets, WebLeads leads, IdempotencyKeys once, Clock clock) {
		this.secrets = secrets;
		this.leads = leads;
		this.once = once;
		this.clock = clock;
	}

	@Operation(summary = "Recibe a un interesado de un formulario de otro sitio o de una red",
			description = "Sin usuario: firmado como un Standard Webhook (webhook-id, webhook-timestamp, "
					+ "webhook-signature) con una de las claves de escala.leads.secrets. Campos: name, company, email, "
					+ "phone (uno de los dos), text y capture (WEB o NETWORKS). El mismo webhook-id cuenta una vez.")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	void receive(InputStream body, @RequestHeader(name = "webhook-id", defaultValue = "") String id,
			@RequestHeader(name = "webhook-timestamp", defaultValue = "") String timestamp,
			@RequestHeader(name = "webhook-signature", defaultValue = "") String signature) throws IOException {
		// What is signed is what came, to the letter: read before it becomes fields.
		String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
		requireSigned(id, timestamp, signature, text);
		SaidLead said = read(text);
		String sender = (said.email() != null) ? said.email() : said.phone();
		this.once.once(id, UserId.CUSTOMER.value(), PATH, IdempotencyKeys.fingerprint(said),
				() -> this.leads.take(said, sender, false));
	}

	private void requireSigned(String id, String timestamp, String signature, String body) {
		if (this.secrets.isEmpty()) {
			throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE,
					"Esta entrada está cerrada: no hay ninguna clave en escala.leads.secrets.");
		}
		Fields fields = new Fields();
		if (!id.matches("[\\x21-\\x7E]{1,200}")) {
			fields.refuse("webhook-id", "Falta, o no son de 1 a 200 caracteres sin espacios ni tildes.");
		}
		if (!timestamp.matches("\\d{1,12}")) {
			fields.refuse("webhook-timestamp", "Falta, o no son segundos de Unix.");
		}
		fields.done();
		long sent = Long.parseLong(timestamp);
		if (Duration.between(Instant.ofEpochSecond(sent), this.clock.instant()).abs().compareTo(TOLERANCE) > 0) {
			throw new InvalidInputException("webhook-timestamp",
					"Se aparta más de cinco minutos de nuestra hora: firme de nuevo con la actual.");
		}
		if (!this.secrets.signed(id, sent, body, signature)) {
			throw new InvalidInputException("webhook-signature",
					"No es de ninguna de nuestras claves sobre id.timestamp.cuerpo.");
		}
	}

	private static SaidLead read(String body) {
		Fields fields = new Fields();
		Map<String, String> sent = new TreeMap<>();
		object(body).fields().forEachRemaining((field) -> {
			if (!field.getValue().isTextual() && !field.getValue().isNull()) {
				fields.refuse(field.getKey(), "Se esperaba un texto.");
			}
			sent.put(field.getKey(), field.getValue().textValue());
		});
		sent.keySet()
			.stream()
			.filter((name) -> !name.matches("name|company|email|phone|text|capture"))
			.forEach((name) -> fields.refuse(name, "No se conoce ese campo."));
		Capture capture = fields.oneOf("capture", "de dónde viene", sent.get("capture"), Capture.class, Capture.WEB);
		if (capture != Capture.WEB && capture != Capture.NETWORKS) {
			fields.refuse("capture", "Por aquí llegan solo WEB y NETWORKS.");
		}
		SaidLead said = fields.part(new SaidLead(sent.get("name"), sent.get("company"), sent.get("email"),
				sent.get("phone"), sent.get("text"), capture)::checked);
		fields.done();
		return said;
	}

	private static JsonNode object(String body) {
		try {
			JsonNode node = JSON.readTree(body);
			if (node.isObject()) {
				return node;
			}
		}
		catch (JsonProcessingException ex) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "El JSON está mal formado.");
		}
		throw new InvalidInputException("", "Se esperaba un objeto JSON con los campos.");
	}

}
