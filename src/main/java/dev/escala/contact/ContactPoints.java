package dev.escala.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The points of what customers said who wait for a reply (003-10): each is answered,
 * acknowledged or dropped with a reason. All of it waits for the lock of the matter, so
 * that a reply is written either before or after it.
 */
@Service
@Transactional
public class ContactPoints {

	private static final int LONGEST_POINT = 1000;

	private static final int LONGEST_REASON = 200;

	private static final int LONGEST_TOLD = 120;

	private final Matters matters;

	private final ContactPointRepository points;

	private final Timeline timeline;

	private final Clock clock;

	ContactPoints(Matters matters, ContactPointRepository points, Timeline timeline, Clock clock) {
		this.matters = matters;
		this.points = points;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** Splits what somebody said. */
	void split(long contact, String said, boolean quotable) {
		SaidPoints.of(said).forEach((point) -> this.points.add(contact, point, quotable));
	}

	/** The points of all who wait, as they were said. */
	@Transactional(readOnly = true)
	public List<ContactPoint> waiting(CaseNumber number) {
		return this.points.waiting(number);
	}

	/** When the last of those who wait turned to us, or empty where nobody waits. */
	@Transactional(readOnly = true)
	public Optional<Instant> lastWaiting(CaseNumber number) {
		return this.points.lastWaiting(number).map(ContactPointRepository.Waiting::contactedAt);
	}

	/** One of them. */
	@Transactional(readOnly = true)
	public ContactPoint get(CaseNumber number, long id) {
		return waiting(number).stream()
			.filter((point) -> point.id() == id)
			.findFirst()
			.orElseThrow(() -> new NotFoundException(
					"El punto " + id + " no es de ningún contacto de " + number + " que espere respuesta."));
	}

	/**
	 * Answers a point; the customer will read it.
	 * @param seen the version that the person saw, or {@code null} where nobody looked
	 * @throws ConflictException where a colleague decided meanwhile, or the case is over
	 */
	public void answer(CaseNumber number, UserId user, long id, Integer seen, String answer) {
		Fields fields = new Fields();
		String text = fields.required("answer", "la respuesta", answer, ContactPoint.LONGEST_ANSWER);
		fields.done();
		ContactPoint point = locked(number, id, seen);
		if (!text.equals(point.answer())) {
			this.points.decide(point, text, null, user, this.clock.instant());
		}
	}

	/**
	 * Says why a point needs no answer; nothing of it gets into the reply.
	 * @param seen see {@link #answer}
	 */
	public void drop(CaseNumber number, UserId user, long id, Integer seen, String reason) {
		Fields fields = new Fields();
		String why = fields.requiredLine("noAnswerReason", "el motivo", reason, LONGEST_REASON);
		fields.done();
		ContactPoint point = locked(number, id, seen);
		if (why.equals(point.noAnswerReason())) {
			return;
		}
		this.points.decide(point, null, why, user, this.clock.instant());
		this.timeline.add(number, user, "No hace falta responder a «" + told(point.text()) + "»: " + why);
	}

	/**
	 * Adds a point that was not found in what was said. It must be answered, and its
	 * words are for the customer.
	 * @throws ConflictException where nobody waits
	 */
	public void add(CaseNumber number, UserId user, String text) {
		Fields fields = new Fields();
		String said = fields.requiredLine("text", "lo que planteó el cliente", text, LONGEST_POINT);
		fields.done();
		this.matters.lockFor(number, MatterAction.WRITE);
		long contact = this.points.lastWaiting(number)
			.map(ContactPointRepository.Waiting::id)
			.orElseThrow(() -> new ConflictException("Ningún cliente de " + number + " espera respuesta ahora."));
		this.points.add(contact, new SaidPoints.Said(said, true), true);
		this.timeline.add(number, user, "Añadió un punto a los que hay que responder: «" + told(said) + "»");
	}

	/**
	 * What was split and is one: a point joins the one before it.
	 * @throws ConflictException where one of them has its answer, or it is the first one
	 */
	public void merge(CaseNumber number, long id, Integer seen) {
		ContactPoint second = locked(number, id, seen);
		List<ContactPoint> all = waiting(number);
		int index = all.indexOf(second);
		ContactPoint first = (index > 0) ? all.get(index - 1) : null;
		if (first == null || !first.contactedAt().equals(second.contactedAt())) {
			throw new ConflictException("Es el primer punto de ese contacto: no hay otro antes con el que juntarlo.");
		}
		if (first.isDecided() || second.isDecided()) {
			throw new ConflictException(
					"Uno de los dos puntos ya está decidido: solo se juntan puntos que aún no lo están.");
		}
		this.points.merge(first, second);
	}

	private ContactPoint locked(CaseNumber number, long id, Integer seen) {
		this.matters.lockFor(number, MatterAction.WRITE);
		ContactPoint point = get(number, id);
		if (seen != null && seen != point.version()) {
			throw new ConflictException(
					"Otra persona cambió este punto mientras usted escribía. Ahora dice: «"
							+ ((point.answer() != null) ? point.answer()
									: (point.noAnswerReason() != null)
											? "No hace falta responder: " + point.noAnswerReason() : point.text())
							+ "». Si lo suyo es lo bueno, guárdelo de nuevo.");
		}
		return point;
	}

	private static String told(String text) {
		return Shortening.withEllipsis(text, LONGEST_TOLD);
	}

}
