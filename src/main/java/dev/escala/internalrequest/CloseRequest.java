package dev.escala.internalrequest;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

import dev.escala.internalrequest.RequestNotices.Occasion;
import dev.escala.internalrequest.call.HoldingPromises;
import dev.escala.internalrequest.persistence.RequestRepository;
import dev.escala.letter.check.Finding;
import dev.escala.letter.check.Letter;
import dev.escala.letter.check.LetterChecks;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the one who asked does with an answer: passes it or its new date on to the other
 * side, or withdraws the request.
 */
@Service
@Transactional
public class CloseRequest {

	/** Said when a definite answer is there (000-19), or against somebody (004-79). */
	private static final Set<Finding.Kind> WRONG = Set.of(Finding.Kind.HEDGING, Finding.Kind.BLAME,
			Finding.Kind.COMPLAINT);

	private final InternalRequests requests;

	private final RequestRepository repository;

	private final HoldingPromises promises;

	private final LetterChecks checks;

	private final RequestNotices notices;

	private final RequestFlow flow;

	private final Clock clock;

	CloseRequest(InternalRequests requests, RequestRepository repository, HoldingPromises promises, LetterChecks checks,
			RequestNotices notices, RequestFlow flow, Clock clock) {
		this.requests = requests;
		this.repository = repository;
		this.promises = promises;
		this.checks = checks;
		this.notices = notices;
		this.flow = flow;
		this.clock = clock;
	}

	/**
	 * The other side has the answer, in the words of the one who asked.
	 * @throws InvalidInputException where the words hedge or blame, and nobody says why
	 */
	public void passOn(CaseNumber number, UserId user, String text, String override) {
		Fields fields = new Fields();
		String said = fields.required("toldText", "qué le dijo al cliente", text, 2000);
		String despite = fields.optionalLine("overrideReason", "el motivo para dejarlo así", override, 200);
		fields.done();
		if (despite == null) {
			this.checks.check(new Letter(said, null))
				.findings()
				.stream()
				.filter((finding) -> WRONG.contains(finding.kind()))
				.findFirst()
				.ifPresent((finding) -> {
					throw new InvalidInputException("toldText", finding.sentence()
							+ " Si fue así como se lo dijo, escriba abajo el motivo y aclárelo con el cliente.");
				});
		}
		InternalRequest request = this.requests.lock(number);
		request.after(RequestAction.PASS_ON);
		this.requests.note(number, RequestNote.Kind.TOLD, user,
				(despite == null) ? said : said + "\n(Se dejó así: " + despite + ")");
		this.requests.tell(number, user, "Dio la respuesta al cliente: " + said);
		this.promises.kept(number, user, said);
	}

	/**
	 * The other side knows the new date (000-29).
	 * @param reaction agreed, disagreed, or noCustomer where nobody waits
	 */
	public void passOnDate(CaseNumber number, UserId user, String reaction, String text) {
		Fields fields = new Fields();
		boolean nobody = "noCustomer".equals(reaction);
		String said = nobody ? fields.optional("dateSaid", "qué se dijo", text, 2000)
				: fields.required("dateSaid", "qué le dijo y qué contestó", text, 2000);
		if (!Set.of("agreed", "disagreed", "noCustomer").contains(String.valueOf(reaction))) {
			fields.refuse("dateReaction", "Indique qué dijo el cliente a la nueva fecha.");
		}
		fields.done();
		InternalRequest request = this.requests.lock(number);
		this.requests.note(number, RequestNote.Kind.DATE_TOLD, user, said);
		this.requests.tell(number, user,
				nobody ? "Ningún cliente espera la nueva fecha." : "Dijo la nueva fecha al cliente, "
						+ ("agreed".equals(reaction) ? "que la acepta: " : "que no la acepta: ") + said);
		if ("agreed".equals(reaction)) {
			this.promises.moved(request, user, said);
		}
	}

	/**
	 * The request is over.
	 * @param processInstanceId the instance that ended; another than its own means
	 * nothing
	 */
	public void close(CaseNumber number, String processInstanceId) {
		InternalRequest request = this.requests.lock(number);
		boolean own = this.repository.processInstanceId(number).filter(processInstanceId::equals).isPresent();
		if (own && request.status() == RequestStatus.ANSWERED) {
			this.repository.close(number, request.after(RequestAction.CLOSE), this.clock.instant());
		}
	}

	/** Nobody needs it any more. */
	public void withdraw(CaseNumber number, UserId user, String reason) {
		Fields fields = new Fields();
		String why = fields.required("reason", "por qué se retira la solicitud", reason, 1000);
		fields.done();
		InternalRequest request = this.requests.lock(number);
		Instant now = this.clock.instant();
		this.repository.withdraw(number, request.after(RequestAction.WITHDRAW), now);
		this.requests.tell(number, user, "Se retiró: " + why);
		this.promises.withdrawn(number, user, why);
		this.flow.withdrawn(number);
		this.flow.settled(number);
	}

	/** Whoever had it need not work on it any more. */
	public void tellWithdrawn(CaseNumber number) {
		this.notices.tell(number, Occasion.WITHDRAWN, null);
	}

	/** Writes down what both departments learned from working together (004-80). */
	public void debrief(CaseNumber number, UserId user, String well, String badly, String next) {
		Fields fields = new Fields();
		String good = fields.required("wentWell", "qué fue bien", well, 2000);
		String bad = fields.required("wentBadly", "qué fue mal", badly, 2000);
		String other = fields.optional("nextTime", "qué haremos distinto", next, 2000);
		fields.done();
		String learned = "Qué fue bien: " + good + "\nQué fue mal: " + bad
				+ ((other == null) ? "" : "\nLa próxima vez: " + other);
		this.requests.note(number, RequestNote.Kind.DEBRIEF, user, learned);
		this.requests.tell(number, user, "Repasaron el trabajo conjunto.");
		this.notices.tell(number, Occasion.DEBRIEFED, learned);
	}

}
