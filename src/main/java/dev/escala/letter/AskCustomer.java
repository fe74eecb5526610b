package dev.escala.letter;

import dev.escala.call.CustomerCalled;
import dev.escala.call.CustomerCalls;
import dev.escala.clock.PauseMatter;
import dev.escala.customer.Customer;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the customer for what a case waits for. The case waits from when the question
 * leaves, not before: no clock stands still for an answer that nobody was asked for.
 */
@Service
@Transactional
public class AskCustomer {

	/** How the steps of questions begin, by mail and by telephone. */
	private static final String STEP = "question-";

	private final Matters matters;

	private final CustomerLetters letters;

	private final LetterRepository repository;

	private final CustomerCalls calls;

	private final LetterFlow flow;

	private final PauseMatter pauses;

	AskCustomer(Matters matters, CustomerLetters letters, LetterRepository repository, CustomerCalls calls,
			LetterFlow flow, PauseMatter pauses) {
		this.matters = matters;
		this.letters = letters;
		this.repository = repository;
		this.calls = calls;
		this.flow = flow;
		this.pauses = pauses;
	}

	/**
	 * Writes the question to the customer of the case.
	 * @return the letter's id
	 * @throws ConflictException where the case has no known customer, waits already or
	 * has a question on its way
	 * @throws dev.escala.validation.InvalidInputException with everything that the checks
	 * find, unless the author says why it goes out all the same
	 */
	public long ask(CaseNumber number, UserId author, LetterText question) {
		Matter matter = this.matters.lockFor(number, MatterAction.PAUSE);
		if (matter.customerId() == null) {
			throw new ConflictException(
					"No se sabe qué cliente tiene " + number + ": identifíquelo antes de preguntarle.");
		}
		if (this.pauses.current(number).isPresent()) {
			throw new ConflictException(number + " ya está en pausa.");
		}
		if (this.calls.awaits(number, STEP) || this.letters.letters(number)
			.stream()
			.anyMatch((letter) -> letter.intent() == LetterIntent.QUESTION && !letter.status().isFinal())) {
			throw new ConflictException(
					"Ya hay una pregunta al cliente en camino: " + number + " queda en pausa cuando salga.");
		}
		long id = this.letters.write(number, LetterIntent.QUESTION, matter.customerId(), author, question);
		this.flow.start(number, id);
		return id;
	}

	/**
	 * The question leaves: from now on the case waits for the answer, unless somebody
	 * still has to ask by telephone.
	 */
	@EventListener
	void asked(LetterSent letter) {
		if (letter.intent() == LetterIntent.QUESTION
				&& this.matters.customer(this.matters.get(letter.number())).flatMap(Customer::recipient).isPresent()) {
			this.pauses.asked(letter.number(), letter.author(), letter.text());
		}
	}

	/** The question was asked by telephone. */
	@EventListener
	void asked(CustomerCalled call) {
		if (call.step().startsWith(STEP)) {
			this.repository.sentAs(call.number(), call.step())
				.ifPresent((letter) -> this.pauses.asked(call.number(), call.by(), letter.latest().text()));
		}
	}

}
