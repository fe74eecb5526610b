package dev.escala.internalrequest;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.decisionlog.Ruling;
import dev.escala.decisionlog.Rulings;
import dev.escala.notification.Message;
import dev.escala.notification.Outbox;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.text.DateTexts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is told what about a request; every message goes through the outbox, once. */
@Service
@Transactional
public class RequestNotices {

	private static final Locale SPANISH = Locale.forLanguageTag("es");

	private final InternalRequests requests;

	private final Rulings rulings;

	private final Staff staff;

	private final Outbox outbox;

	private final DateTexts dates;

	private final String publicUrl;

	RequestNotices(InternalRequests requests, Rulings rulings, Staff staff, Outbox outbox, DateTexts dates,
			@Value("${escala.public-url}") String publicUrl) {
		this.requests = requests;
		this.rulings = rulings;
		this.staff = staff;
		this.outbox = outbox;
		this.dates = dates;
		this.publicUrl = publicUrl;
	}

	/** Tells those whom the occasion concerns. */
	public void tell(CaseNumber number, Occasion occasion, String message) {
		tell(this.requests.get(number), occasion, message);
	}

	private void tell(InternalRequest request, Occasion occasion, String message) {
		String step = occasion.repeats() ? occasion.name().toLowerCase(Locale.ROOT) + "-"
				+ this.requests.notes(request.number()).size() + "-" + request.level()
				: occasion.name().toLowerCase(Locale.ROOT);
		people(request, occasion).forEach((person) -> add(request, step, occasion, message, person));
	}

	/** Tells the author of a standing decision which request it answered. */
	void tellAuthor(CaseNumber number, Ruling ruling) {
		InternalRequest request = this.requests.get(number);
		this.staff.find(ruling.decidedBy())
			.ifPresent((author) -> add(request, "standing", Occasion.STANDING_USED,
					ruling.number() + ": " + ruling.decision(), author));
	}

	private List<Staff.Person> people(InternalRequest request, Occasion occasion) {
		return switch (occasion.audience()) {
			case REQUESTER -> this.staff.find(request.requestedBy()).stream().toList();
			case REQUESTER_AND_SUPERVISORS ->
				Stream
					.concat(this.staff.find(request.requestedBy()).stream(),
							this.staff.membersOf(Role.SUPERVISORS.groupId()).stream())
					.distinct()
					.toList();
			case ANSWERER -> Optional.ofNullable(request.ownerId())
				.flatMap(this.staff::find)
				.map(List::of)
				.orElseGet(() -> group(request, request.groupId()));
			case LEVEL -> group(request, RequestLevels.groupOf(request));
		};
	}

	/** Nobody answers their own request, so nobody is asked to. */
	private List<Staff.Person> group(InternalRequest request, String groupId) {
		return this.staff.membersOf(groupId)
			.stream()
			.filter((person) -> !person.id().equals(request.requestedBy()))
			.toList();
	}

	private void add(InternalRequest request, String step, Occasion occasion, String message, Staff.Person person) {
		if (person.email() == null) {
			return;
		}
		Map<String, Object> model = new HashMap<>();
		model.put("heading", occasion.heading());
		model.put("intro", occasion.intro());
		model.put("expected", occasion.expected());
		model.put("message", message);
		model.put("subject", request.subject());
		model.put("kindLabel", request.question().kind().label());
		model.put("topicLabel", request.topic().label());
		model.put("requesterName", this.staff.nameOf(request.requestedBy()));
		model.put("groupName", this.staff.groupName(request.groupId()));
		model.put("link", this.publicUrl + "/camunda/app/tasklist/default/#/?case=" + request.number());
		Optional.ofNullable(request.question().party()).ifPresent((party) -> model.put("customer", party.name()));
		if (request.status().isOpen() && request.answerDue() != null) {
			model.put("dueText", date(request.answerDue()));
		}
		Optional.ofNullable(request.question().customerDate())
			.ifPresent((date) -> model.put("customerDateText", date(date)));
		Optional.ofNullable(request.decisionNumber()).ifPresent((decision) -> decided(model, decision));
		this.outbox.add(
				new Message(request.number(), step, person.name(), person.email(), "internal-request", SPANISH, model));
	}

	private void decided(Map<String, Object> model, RulingNumber number) {
		Ruling ruling = this.rulings.get(number);
		model.put("decisionNumber", number.value());
		model.put("outcomeLabel", ruling.outcome().label());
		model.put("decisionText", ruling.decision());
		model.put("conditions", ruling.conditions());
		model.put("reasoning", ruling.reasoning());
	}

	String date(Instant instant) {
		return this.dates.full(instant);
	}

	/** Who is told. */
	enum Audience {

		REQUESTER, REQUESTER_AND_SUPERVISORS, ANSWERER, LEVEL

	}

	/** On what occasion somebody is told. */
	public enum Occasion {

		RECEIVED(Audience.ANSWERER, true, "Una solicitud interna espera su acuse de recibo",
				"Alguien de la casa pregunta antes de comprometerse. Mientras no haya respuesta, no puede comprometerse.",
				"Ábrala en Tasklist, hágase cargo y diga que la tiene."),
		NOTED(Audience.ANSWERER, false, "Para que conste", "Se anotó algo que conviene que su grupo sepa.",
				"Nada: es para que conste."),
		ACKNOWLEDGED(Audience.REQUESTER, true, "Su solicitud ya la tiene alguien",
				"Acusaron recibo de su solicitud y la van a responder.",
				"Hasta que la respondan, no se comprometa ni diga «probablemente»."),
		QUESTION(Audience.REQUESTER, true, "Falta algo para responder su solicitud",
				"Quien la tiene necesita saber algo más. El plazo sigue contando.",
				"Conteste en Tasklist, en «Completar la solicitud»."),
		COMPLETED(Audience.ANSWERER, true, "Ya tiene lo que faltaba", "Quien preguntó contestó a su pregunta.",
				"Responda la solicitud en Tasklist."),
		DATE(Audience.REQUESTER, true, "Su solicitud va a tardar más",
				"Ya hay una fecha para la decisión. El cliente tiene que saberla antes de notar el retraso.",
				"Llame al cliente, dígale la nueva fecha y anote qué contestó."),
		ANSWERED(Audience.REQUESTER, false, "Su solicitud está respondida",
				"Ya hay decisión. Dígala con sus palabras, sin prometer más de lo decidido.",
				"Dé la respuesta y anótelo en Tasklist, si un cliente la espera."),
		NEAR(Audience.ANSWERER, true, "Una solicitud interna está por vencer",
				"Aún hay tiempo de responderla, o de dar una fecha.", "Decida, o dé la fecha en la que decidirá."),
		UNACKNOWLEDGED(Audience.LEVEL, true, "Nadie ha acusado recibo de una solicitud interna",
				"Pasó el plazo del acuse y nadie ha dicho que la tiene.", "Haga que alguien se haga cargo."),
		OVERDUE(Audience.LEVEL, true, "Una solicitud interna sin responder sube de nivel",
				"Pasó el plazo y no hay decisión ni fecha. Ahora también la puede responder su nivel.",
				"Decida, o haga que se decida hoy."),
		WITHDRAWN(Audience.ANSWERER, false, "Una solicitud interna ya no hace falta", "Quien la hizo la retiró.",
				"Nada: puede dejar de trabajar en ella."),
		PROMISE_NEAR(Audience.REQUESTER, true, "El cliente espera su respuesta",
				"Está por vencer la fecha que el cliente aceptó por teléfono.",
				"Dé la respuesta, o llámele y acuerde otra fecha antes de que venza."),
		PROMISE_BROKEN(Audience.REQUESTER_AND_SUPERVISORS, true, "Un cliente se quedó sin la respuesta prometida",
				"Pasó la fecha que el cliente aceptó por teléfono y no tiene respuesta. Cuenta como incumplido.",
				"Llame hoy al cliente, discúlpese y dígale cuándo tendrá la respuesta."),
		DEBRIEFED(Audience.ANSWERER, false, "Repaso del trabajo conjunto",
				"Al cerrar la solicitud se anotó qué fue bien y qué fue mal.", "Coméntelo con su grupo."),
		STANDING_USED(Audience.ANSWERER, false, "Su decisión permanente respondió una solicitud",
				"Alguien la aplicó a su caso y ya tiene la respuesta.",
				"Si no era aplicable, hable con quien preguntó y revoque o sustituya la decisión.");

		private final Audience audience;

		private final boolean repeats;

		private final String heading;

		private final String intro;

		private final String expected;

		Occasion(Audience audience, boolean repeats, String heading, String intro, String expected) {
			this.audience = audience;
			this.repeats = repeats;
			this.heading = heading;
			this.intro = intro;
			this.expected = expected;
		}

		Audience audience() {
			return this.audience;
		}

		boolean repeats() {
			return this.repeats;
		}

		String heading() {
			return this.heading;
		}

		String intro() {
			return this.intro;
		}

		String expected() {
			return this.expected;
		}

	}

}
