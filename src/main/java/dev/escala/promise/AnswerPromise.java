package dev.escala.promise;

import java.time.Clock;
import java.time.Instant;

import dev.escala.promise.Proposal.Answer;
import dev.escala.promise.persistence.PromiseRepository;
import dev.escala.promise.persistence.ProposalRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.SpokenDates;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customer agrees to a proposed date or does not (003-06), on their page or by word
 * of mouth. Only the first answer counts; whoever comes second is told so.
 */
@Service
@Transactional
public class AnswerPromise {

	static final int LONGEST_TEXT = 2000;

	private final Promises promises;

	private final PromiseRepository repository;

	private final ProposalRepository proposals;

	private final SpokenDates spoken;

	private final PromiseFlow flow;

	private final DateTexts texts;

	private final Clock clock;

	AnswerPromise(Promises promises, PromiseRepository repository, ProposalRepository proposals, SpokenDates spoken,
			PromiseFlow flow, DateTexts texts, Clock clock) {
		this.promises = promises;
		this.repository = repository;
		this.proposals = proposals;
		this.spoken = spoken;
		this.flow = flow;
		this.texts = texts;
		this.clock = clock;
	}

	/**
	 * The customer answers on their page.
	 * @param proposalId the proposal that the page showed
	 * @param kind whether they agree, to which option, or not
	 * @param wishedAt the date that they would like instead, or {@code null}
	 * @throws ConflictException where that proposal is not open any more, or is another
	 * customer's
	 */
	public void onPage(CaseNumber number, CustomerId customerId, long proposalId, Answer.Kind kind, Instant wishedAt,
			String text) {
		Fields fields = new Fields();
		String said = fields.optional("comment", "lo que dice el cliente", text, LONGEST_TEXT);
		fields.done();
		Promise promise = this.promises.promises(number)
			.stream()
			.filter((one) -> one.isTo(customerId))
			.filter((one) -> this.proposals.unanswered(one.id()).filter((open) -> open.id() == proposalId).isPresent())
			.findFirst()
			.orElseThrow(AnswerPromise::tooLate);
		Promise kept = this.promises.lock(promise.id());
		Proposal proposal = open(kept);
		if (proposal.id() != proposalId) {
			throw tooLate();
		}
		write(kept, proposal, UserId.CUSTOMER, kind, wishedAt, said);
		this.flow.answered(kept, kind != Answer.Kind.DECLINED);
	}

	/**
	 * Somebody of the staff writes down what the customer said.
	 * @param kind whether they agree, to which option, or not
	 * @param wishedAt the date that they would like instead, as typed, or {@code null}
	 * @param text what they said; needed where they do not agree
	 */
	public void bySpeech(long id, UserId user, Answer.Kind kind, String wishedAt, String text) {
		boolean accepted = kind != Answer.Kind.DECLINED;
		Fields fields = new Fields();
		String said = accepted ? fields.optional("answerText", "lo que dijo el cliente", text, LONGEST_TEXT)
				: fields.required("answerText", "qué dijo el cliente y qué prefiere", text, LONGEST_TEXT);
		Instant wished = accepted ? null
				: this.spoken.optional(fields, "wishedDate", "la fecha que prefiere el cliente", wishedAt);
		fields.done();
		Promise promise = this.promises.lock(id);
		write(promise, open(promise), user, kind, wished, said);
	}

	/** The date that was proposed has come, and the customer never answered. */
	public void expire(long id) {
		Promise promise = this.promises.lock(id);
		Proposal proposal = open(promise);
		this.repository.enter(id, promise.after(PromiseAction.DECLINE));
		this.proposals.answer(proposal.id(),
				new Answer(Answer.Kind.LAPSED, this.clock.instant(), UserId.SYSTEM, null, null));
		this.promises.tell(promise, UserId.SYSTEM, "pasó la fecha propuesta sin respuesta del cliente.");
	}

	private Proposal open(Promise promise) {
		return this.proposals.unanswered(promise.id()).filter(Proposal::isOpen).orElseThrow(AnswerPromise::tooLate);
	}

	private void write(Promise promise, Proposal proposal, UserId by, Answer.Kind kind, Instant wished, String text) {
		boolean accepted = kind != Answer.Kind.DECLINED;
		Proposal meant = (kind == Answer.Kind.ALTERNATIVE) ? proposal.chosenOther() : proposal;
		Instant now = this.clock.instant();
		boolean first = promise.status() == PromiseStatus.PROPOSED;
		if (accepted) {
			agree(promise, meant, by, now);
			if (kind == Answer.Kind.ALTERNATIVE) {
				this.repository.rephrase(promise.id(), meant.estimate().content());
			}
		}
		else if (first) {
			this.repository.enter(promise.id(), promise.after(PromiseAction.DECLINE));
		}
		this.proposals.answer(proposal.id(), new Answer(kind, now, by, text, wished));
		String date = this.texts.full(meant.promisedAt());
		this.promises.tell(promise, by, accepted
				? kind.label() + ((kind == Answer.Kind.ALTERNATIVE) ? " («" + meant.estimate().content() + "»): " : " ")
						+ date + "."
				: "el cliente no aceptó " + date + ((wished == null) ? "" : ". Prefiere " + wished(wished))
						+ ((text == null) ? "." : ". Dijo: " + text));
	}

	private String wished(Instant wished) {
		return this.texts.full(wished);
	}

	private void agree(Promise promise, Proposal proposal, UserId by, Instant now) {
		if (!proposal.promisedAt().isAfter(now)) {
			throw new ConflictException("La fecha propuesta, " + this.texts.full(proposal.promisedAt())
					+ ", ya pasó: no se puede aceptar. Estime otra y propóngala.");
		}
		this.repository.agree(promise.id(), promise.after(PromiseAction.AGREE), proposal, now, by);
	}

	private static ConflictException tooLate() {
		return new ConflictException(
				"Esta propuesta ya está contestada o se sustituyó por otra. Mire en la ficha del caso cómo está ahora.");
	}

}
