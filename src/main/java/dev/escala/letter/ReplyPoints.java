package dev.escala.letter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.contact.ContactPoint;
import dev.escala.contact.ContactPoints;
import dev.escala.customer.Customer;
import dev.escala.letter.check.Finding;
import dev.escala.letter.check.Letter;
import dev.escala.letter.check.LetterChecks;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reply answers each point of what the customer said, or it does not leave (003-10).
 * What is answered in a letter that is on its way stays as the letter says it.
 */
@Service
@Transactional
public class ReplyPoints {

	/** Where the points are answered, as cards and refusals call it. */
	public static final String LINK = "Responder punto por punto";

	private final Matters matters;

	private final ContactPoints points;

	private final CustomerLetters letters;

	private final LetterChecks checks;

	ReplyPoints(Matters matters, ContactPoints points, CustomerLetters letters, LetterChecks checks) {
		this.matters = matters;
		this.points = points;
		this.letters = letters;
		this.checks = checks;
	}

	/** The points of all who wait, as they were said. */
	@Transactional(readOnly = true)
	public List<ContactPoint> list(CaseNumber number) {
		return this.points.waiting(number);
	}

	/**
	 * Up to when customers turned to us whom a letter answers that is not sent yet, or
	 * empty where there is none: what they said stays as it is answered there.
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> onItsWayUntil(CaseNumber number) {
		return this.letters.letters(number)
			.stream()
			.filter((letter) -> letter.intent() == LetterIntent.REPLY && !letter.status().isFinal())
			.map((letter) -> letter.versions().get(0).writtenAt())
			.max(Instant::compareTo);
	}

	/** What the checks say of an answer; the whole letter is checked once more. */
	public List<String> remarks(ContactPoint point) {
		return (point.answer() == null) ? List.of()
				: this.checks.check(new Letter(point.answer(), null))
					.findings()
					.stream()
					.map(Finding::sentence)
					.toList();
	}

	/** See {@link ContactPoints#answer}. */
	public void answer(CaseNumber number, UserId user, long id, Integer seen, String answer) {
		this.matters.lockFor(number, MatterAction.WRITE);
		requireHere(number, this.points.get(number, id).contactedAt());
		this.points.answer(number, user, id, seen, answer);
	}

	/** See {@link ContactPoints#drop}. */
	public void drop(CaseNumber number, UserId user, long id, Integer seen, String reason) {
		this.matters.lockFor(number, MatterAction.WRITE);
		requireHere(number, this.points.get(number, id).contactedAt());
		this.points.drop(number, user, id, seen, reason);
	}

	/** See {@link ContactPoints#merge}. */
	public void merge(CaseNumber number, long id, Integer seen) {
		this.matters.lockFor(number, MatterAction.WRITE);
		requireHere(number, this.points.get(number, id).contactedAt());
		this.points.merge(number, id, seen);
	}

	/** See {@link ContactPoints#add}. */
	public void add(CaseNumber number, UserId user, String text) {
		this.matters.lockFor(number, MatterAction.WRITE);
		this.points.lastWaiting(number).ifPresent((contactedAt) -> requireHere(number, contactedAt));
		this.points.add(number, user, text);
	}

	/**
	 * How the letter begins as the points stand now; empty where it begins with nothing.
	 */
	@Transactional(readOnly = true)
	public String preview(CaseNumber number) {
		return text(number, list(number));
	}

	/**
	 * The whole letter: the points, and what else there is to say.
	 * @param given answers that came along with the completed task
	 * @throws dev.escala.validation.InvalidInputException while a point is open, or where
	 * the letter is empty or too long
	 */
	public String compose(CaseNumber number, UserId user, List<PointAnswer> given, String message) {
		this.matters.lockFor(number, MatterAction.WRITE);
		given.forEach((one) -> {
			if (one.noAnswerReason() == null) {
				answer(number, user, one.point(), null, one.answer());
			}
			else {
				drop(number, user, one.point(), null, one.noAnswerReason());
			}
		});
		requireAnswered(number);
		String answers = preview(number);
		if (answers.isEmpty() || message == null) {
			return message;
		}
		String whole = answers + "\n\n" + message;
		if (whole.length() > LetterText.LONGEST) {
			Fields fields = new Fields();
			fields.refuse("replyMessage",
					"La respuesta entera, con lo contestado punto por punto, tiene " + whole.length()
							+ " caracteres y caben " + LetterText.LONGEST
							+ ": acorte este texto o alguna respuesta en «" + LINK + "».");
			fields.done();
		}
		return whole;
	}

	/**
	 * Refuses a reply that leaves a question open, naming how many and where to answer.
	 */
	private void requireAnswered(CaseNumber number) {
		long open = list(number).stream().filter(ContactPoint::isOpen).count();
		if (open > 0) {
			Fields fields = new Fields();
			fields.refuse("answers",
					(open == 1) ? "Queda 1 punto del cliente sin respuesta. Contéstelo en «" + LINK + "», en la ficha."
							: "Quedan " + open + " puntos del cliente sin respuesta. Contéstelos en «" + LINK
									+ "», en la ficha.");
			fields.done();
		}
	}

	private String text(CaseNumber number, List<ContactPoint> all) {
		boolean english = this.matters.customer(this.matters.get(number)).filter(Customer::readsEnglish).isPresent();
		// Whoever is unknown gets what everybody gets, and of several each reads all.
		boolean alone = all.stream().map(ContactPoint::customerId).distinct().count() == 1
				&& all.get(0).customerId() != null;
		return new ReplyText(english, alone).of(all);
	}

	private void requireHere(CaseNumber number, Instant contactedAt) {
		if (onItsWayUntil(number).filter((until) -> !contactedAt.isAfter(until)).isPresent()) {
			throw new ConflictException(
					"La respuesta a este contacto ya está escrita y va camino del cliente: aquí ya no se cambia.");
		}
	}

}
