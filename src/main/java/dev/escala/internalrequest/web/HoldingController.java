package dev.escala.internalrequest.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.escala.access.CurrentUser;
import dev.escala.internalrequest.Advice;
import dev.escala.internalrequest.Advisor;
import dev.escala.internalrequest.Question;
import dev.escala.internalrequest.RequestAccess;
import dev.escala.internalrequest.call.HoldingReplies;
import dev.escala.internalrequest.call.HoldingReply;
import dev.escala.letter.check.Finding;
import dev.escala.policy.Mode;
import dev.escala.policy.Topic;
import dev.escala.validation.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What to say while the other side waits on the phone, for programs (000-18). */
@RestController
@RequestMapping(path = "/api/internal-requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Solicitudes internas")
class HoldingController {

	private static final Set<String> LANGUAGES = Set.of("es", "en");

	private static final int LONGEST = 2000;

	private final Advisor advisor;

	private final HoldingReplies replies;

	private final RequestAccess access;

	private final CurrentUser user;

	HoldingController(Advisor advisor, HoldingReplies replies, RequestAccess access, CurrentUser user) {
		this.advisor = advisor;
		this.replies = replies;
		this.access = access;
		this.user = user;
	}

	@Operation(
			summary = "Qué decir en una llamada mientras se pregunta dentro: la frase y la fecha que se puede prometer",
			description = "Basta party o una de situations. language: es o en; sin él, el del cliente. La fecha sale de "
					+ "la política: cuando responde el grupo, más el tiempo para llamar al cliente. Con text se revisa "
					+ "lo que otro quiere decir, y findings explica lo que compromete, inventa o duda. No se guarda "
					+ "nada: si el cliente acepta, envíe sentence y promisedAt como holding de POST "
					+ "/api/internal-requests.")
	@PostMapping(path = "/holding-reply", consumes = MediaType.APPLICATION_JSON_VALUE)
	HoldingView reply(@RequestBody HoldingBody body) {
		this.access.requireAsker();
		Fields fields = new Fields();
		String text = fields.optional("text", "lo que quiere decir", body.text(), LONGEST);
		if (body.language() != null && !LANGUAGES.contains(body.language())) {
			fields.refuse("language", "El idioma debe ser es (español) o en (inglés).");
		}
		fields.done();
		Advice advice = this.advisor.advise(body.question(), this.user.id().orElseThrow());
		String own = (advice.party() == null) ? "es" : advice.party().language();
		HoldingReply reply = this.replies.reply(advice.promisedAt(), (body.language() == null) ? own : body.language());
		List<Finding> findings = this.replies.check((text == null) ? reply.sentence() : text, reply.promisedAt());
		return new HoldingView(reply.sentence(), reply.promisedAt(), reply.language(), advice.assessed().mode(),
				advice.assessed().topic(), advice.assessed().route().groupId(), advice.answerDue(),
				findings.stream().map(FindingView::of).toList());
	}

	record HoldingBody(String party, List<String> situations, String topic, String language, String text) {

		Question.Input question() {
			return new Question.Input(null, this.situations, this.topic, this.party, null, null, this.language, null,
					null, null, null, null, null, null, null);
		}

	}

	record HoldingView(String sentence, Instant promisedAt, String language, Mode mode, Topic topic, String group,
			Instant answerDue, List<FindingView> findings) {
	}

	record FindingView(Finding.Kind kind, String excerpt, String explanation) {

		static FindingView of(Finding finding) {
			return new FindingView(finding.kind(), finding.excerpt(), finding.explanation());
		}

	}

}
