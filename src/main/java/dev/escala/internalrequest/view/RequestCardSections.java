package dev.escala.internalrequest.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.access.CurrentUser;
import dev.escala.card.CardSection.Link;
import dev.escala.card.CardSection.Section;
import dev.escala.decisionlog.Ruling;
import dev.escala.decisionlog.RulingSearch;
import dev.escala.decisionlog.Rulings;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.Question;
import dev.escala.pipeline.PartyLookups;
import dev.escala.policy.Assessment.Hit;
import dev.escala.policy.Policy;
import dev.escala.policy.Topic;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonNames;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/**
 * The longer texts of a request's card: its parts, the policy, what was decided before.
 */
@Component
class RequestCardSections {

	private static final int SIMILAR = 3;

	private final InternalRequests requests;

	private final Policy policy;

	private final PartyLookups lookups;

	private final Rulings rulings;

	private final RulingSearch search;

	private final CurrentUser user;

	private final DateTexts dates;

	private final PersonNames names;

	RequestCardSections(InternalRequests requests, Policy policy, PartyLookups lookups, Rulings rulings,
			RulingSearch search, CurrentUser user, DateTexts dates, PersonNames names) {
		this.requests = requests;
		this.policy = policy;
		this.lookups = lookups;
		this.rulings = rulings;
		this.search = search;
		this.user = user;
		this.dates = dates;
		this.names = names;
	}

	List<Section> sections(InternalRequest request) {
		Question question = request.question();
		List<Section> sections = new ArrayList<>();
		warnings(request, sections);
		this.rulings.ofRequest(request.number())
			.or(() -> Optional.ofNullable(request.decisionNumber()).flatMap(this.rulings::find))
			.ifPresent((ruling) -> sections
				.add(new Section("Decisión " + ruling.number(), text(ruling), List.of(link(ruling)))));
		sections.add(new Section("Situación", question.situation()));
		sections.add(new Section("Petición", question.request()));
		if (question.assessment() != null) {
			sections.add(new Section("Valoración de quien pregunta", question.assessment()));
		}
		notes(request, sections);
		sections.add(new Section("Por qué se pregunta", policy(request)));
		if (request.status().isOpen()) {
			similar(request, sections);
		}
		return sections;
	}

	/** What the one who answers must not overlook (000-22, 000-37). */
	private void warnings(InternalRequest request, List<Section> sections) {
		List<String> warnings = new ArrayList<>();
		if (request.status().isOpen() && request.isLateForCustomer()) {
			warnings.add("Según el plazo, responderíamos el " + this.dates.full(request.answerDue())
					+ ", después de la fecha que espera el cliente. Decida antes, o que el cliente sepa otra fecha.");
		}
		if (request.status().isOpen() && request.isLateForRequester()) {
			warnings.add("Quien pregunta la necesita el " + this.dates.full(request.question().neededBy())
					+ ", antes de lo que da el plazo.");
		}
		if (request.caution()) {
			warnings.add("Hay prisa, o algo se siente raro: es una señal de alerta. No se salte la evaluación.");
		}
		if (!warnings.isEmpty()) {
			sections.add(new Section("Atención", bullets(warnings)));
		}
	}

	private void notes(InternalRequest request, List<Section> sections) {
		this.requests.notes(request.number())
			.forEach((note) -> sections.add(new Section(note.kind().label() + " (" + this.names.name(note.author())
					+ ", " + this.dates.brief(note.writtenAt()) + ")", note.text())));
	}

	private String policy(InternalRequest request) {
		List<Hit> hits = this.policy.recorded(request.number());
		List<String> lines = new ArrayList<>(hits.stream()
			.map((hit) -> ((hit.situation() == null) ? "" : hit.situation().label() + ". ") + hit.reason())
			.toList());
		if (request.question().party() != null) {
			// What somebody declared of themselves is for nobody else to read.
			UserId reader = this.user.id().filter(request.requestedBy()::equals).orElse(null);
			this.lookups.found(request.question().party(), reader).forEach((found) -> lines.add(found.explanation()));
		}
		List<Topic> others = hits.stream()
			.filter((hit) -> hit.situation() != null)
			.map(Hit::topic)
			.filter((topic) -> topic != request.topic() && topic != Topic.OTHER)
			.distinct()
			.toList();
		if (!others.isEmpty()) {
			lines.add("También trata de: "
					+ Sentences.within(others.stream().map(Topic::label).collect(Collectors.joining(", "))));
		}
		return bullets(lines);
	}

	private void similar(InternalRequest request, List<Section> sections) {
		List<Ruling> similar = this.search
			.similar(request.question().request() + " " + request.question().situation(), request.topic(),
					request.question().situations(), SIMILAR)
			.stream()
			.map((one) -> one.ruling())
			.toList();
		if (!similar.isEmpty()) {
			sections.add(new Section("Qué se decidió antes en casos parecidos",
					bullets(similar.stream()
						.map((ruling) -> ruling.subject() + ": " + Sentences.within(ruling.outcome().label()) + ". "
								+ ruling.decision())
						.toList()),
					similar.stream().map(RequestCardSections::link).toList()));
		}
	}

	private static Link link(Ruling ruling) {
		return new Link(ruling.number().value(), "/decisiones/" + ruling.number());
	}

	private String text(Ruling ruling) {
		List<String> lines = new ArrayList<>();
		lines.add(ruling.outcome().label() + " por " + this.names.name(ruling.decidedBy()) + ": " + ruling.decision());
		if (ruling.conditions() != null) {
			lines.add("Condiciones: " + ruling.conditions());
		}
		lines.add("Por qué: " + ruling.reasoning());
		if (ruling.validUntil() != null) {
			lines.add("Vale hasta el " + this.dates.full(ruling.validUntil()));
		}
		return String.join("\n", lines);
	}

	private static String bullets(List<String> lines) {
		return lines.stream().map((line) -> "• " + line).collect(Collectors.joining("\n"));
	}

}
