package dev.escala.complaint.answer;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonNames;
import dev.escala.text.Shortening;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The points of a complaint, each with its ruling (003-10; Ley 10/2025, art. 13.1). All
 * of it waits for the lock of the matter. Once the decision is written the points stay as
 * it says, until its second reader sends it back or the complaint is investigated again.
 */
@Service
@Transactional
public class ComplaintPoints {

	private static final int LONGEST_TOLD = 120;

	private final Matters matters;

	private final ComplaintPointRepository points;

	private final DecisionRounds rounds;

	private final PersonNames names;

	private final Timeline timeline;

	private final Clock clock;

	ComplaintPoints(Matters matters, ComplaintPointRepository points, DecisionRounds rounds, PersonNames names,
			Timeline timeline, Clock clock) {
		this.matters = matters;
		this.points = points;
		this.rounds = rounds;
		this.names = names;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** In their order. */
	@Transactional(readOnly = true)
	public List<ComplaintPoint> list(CaseNumber number) {
		return this.rounds.points(number);
	}

	/** Whether the decision is written, so that the points stay as it says. */
	@Transactional(readOnly = true)
	public boolean isSettled(CaseNumber number) {
		return this.rounds.isSettled(number);
	}

	/** One of them; refuses one of another complaint. */
	@Transactional(readOnly = true)
	public ComplaintPoint get(CaseNumber number, long id) {
		return list(number).stream()
			.filter((point) -> point.id() == id)
			.findFirst()
			.orElseThrow(() -> new NotFoundException(number + " no tiene ningún punto con el número " + id + "."));
	}

	/**
	 * Adds a point of which nothing is decided.
	 * @return its id
	 */
	public long add(CaseNumber number, UserId user, String words) {
		String said = words(words);
		lock(number);
		long id = this.points.add(number, said);
		this.timeline.add(number, user, "Anotó un punto de la reclamación: «" + told(said) + "»");
		return id;
	}

	/**
	 * Corrects the words of a point. What was decided of others is open again.
	 * @param seen the version that the person saw, or {@code null} where nobody looked
	 * @throws ConflictException where a colleague changed it meanwhile, or the decision
	 * is written
	 */
	public void edit(CaseNumber number, UserId user, long id, Integer seen, String words) {
		String said = words(words);
		ComplaintPoint point = locked(number, id, seen);
		requireNeverAnswered(point, "Anote otro punto con las palabras nuevas.");
		if (!said.equals(point.words())) {
			this.points.reword(point, said, user);
			this.timeline.add(number, user, "Corrigió el punto " + point.position() + ": «" + told(said) + "»"
					+ (point.isOpen() ? "" : ". Hay que decidirlo de nuevo."));
		}
	}

	/**
	 * Decides a point, or decides it otherwise.
	 * @param seen see {@link #edit}
	 */
	public void rule(CaseNumber number, UserId user, long id, Integer seen, PointDecision decision) {
		ComplaintPoint point = locked(number, id, seen);
		if (decision.ruling() == point.ruling() && decision.reason().equals(point.reason())
				&& Objects.equals(decision.norm(), point.norm())) {
			return;
		}
		this.points.decide(point, decision, user, this.clock.instant());
		this.timeline.add(number, user,
				((point.before() == null) ? "Decidió el punto " : "Decidió de nuevo el punto ") + point.position()
						+ " («" + told(point.words()) + "»): " + decision.ruling().label() + "."
						+ ((point.before() == null) ? "" : " La respuesta anterior decía: "
								+ point.before().ruling().label() + ", «" + told(point.before().reason()) + "»."));
	}

	/**
	 * Takes away a point that was noted by mistake, as long as nothing is decided of it.
	 * @param seen see {@link #edit}
	 */
	public void remove(CaseNumber number, UserId user, long id, Integer seen) {
		ComplaintPoint point = locked(number, id, seen);
		if (!point.isOpen()) {
			throw new ConflictException("El punto " + point.position() + " ya está decidido: no se puede quitar.");
		}
		requireNeverAnswered(point, "No se puede quitar: decídalo de nuevo.");
		this.points.remove(number, point);
		this.timeline.add(number, user, "Quitó un punto de la reclamación: «" + told(point.words()) + "»");
	}

	private ComplaintPoint locked(CaseNumber number, long id, Integer seen) {
		lock(number);
		ComplaintPoint point = get(number, id);
		if (seen != null && seen != point.version()) {
			throw new ConflictException(this.names.name(point.changedBy())
					+ " cambió este punto mientras usted escribía. Ahora dice: «" + point.words() + "», "
					+ (point.isOpen() ? "sin decidir" : point.ruling().label() + ": " + point.reason())
					+ ". Si lo suyo es lo bueno, guárdelo de nuevo.");
		}
		return point;
	}

	private void lock(CaseNumber number) {
		this.matters.lockFor(number, MatterAction.WRITE);
		if (this.rounds.isSettled(number)) {
			throw new ConflictException("La resolución de " + number
					+ " ya está escrita: los puntos solo se cambian si la segunda lectura la devuelve.");
		}
	}

	/** What a customer has read stays as they read it. */
	private static void requireNeverAnswered(ComplaintPoint point, String instead) {
		if (point.before() != null) {
			throw new ConflictException("El punto " + point.position() + " ya se respondió al cliente. " + instead);
		}
	}

	private static String words(String words) {
		Fields fields = new Fields();
		String said = fields.requiredLine("words", "lo que reclama el cliente", words, ComplaintPoint.LONGEST_WORDS);
		fields.done();
		return said;
	}

	private static String told(String words) {
		return Shortening.withEllipsis(words, LONGEST_TOLD);
	}

}
