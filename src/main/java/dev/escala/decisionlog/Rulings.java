package dev.escala.decisionlog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records decisions and keeps them consistent: what stands is contradicted only by what
 * takes its place (000-01, 000-32). Nothing is ever deleted. Who may do it is the
 * caller's to say.
 */
@Service
@Transactional
public class Rulings {

	private static final int LONGEST_REASON = 1000;

	private final RulingRepository repository;

	private final Clock clock;

	Rulings(RulingRepository repository, Clock clock) {
		this.repository = repository;
		this.clock = clock;
	}

	/**
	 * Records a decision in the caller's transaction.
	 * @return the decision with its number
	 * @throws InvalidInputException naming {@code validUntil} where that is past, or
	 * {@code supersedes} where the decision that it names cannot be superseded (any more)
	 * or where one that stands is contradicted and not superseded
	 */
	public Ruling record(NewRuling ruling) {
		Instant now = this.clock.instant();
		if (ruling.validUntil() != null && !ruling.validUntil().isAfter(now)) {
			throw new InvalidInputException("validUntil",
					"La fecha hasta la que vale la decisión ya pasó: ponga una futura, o ninguna si no caduca.");
		}
		this.repository.takeTurns(ruling.topic());
		if (ruling.supersedes() != null) {
			requireSupersedable(ruling.supersedes(), now);
		}
		refuseContradiction(ruling, now);
		RulingNumber number = this.repository.add(ruling, now);
		if (ruling.supersedes() != null) {
			this.repository.supersede(ruling.supersedes(), number);
		}
		return get(number);
	}

	/** The decision; refuses an unknown number. */
	@Transactional(readOnly = true)
	public Ruling get(RulingNumber number) {
		return find(number).orElseThrow(() -> unknown(number));
	}

	@Transactional(readOnly = true)
	public Optional<Ruling> find(RulingNumber number) {
		return this.repository.find(number);
	}

	/**
	 * The decisions that took each other's place, with this one among them, oldest first.
	 */
	@Transactional(readOnly = true)
	public List<Ruling> history(RulingNumber number) {
		return this.repository.history(get(number).number());
	}

	/** The latest decision about a request. */
	@Transactional(readOnly = true)
	public Optional<Ruling> ofRequest(CaseNumber requestNumber) {
		return this.repository.ofRequest(requestNumber);
	}

	/**
	 * The decisions that already answer a question: in force, standing, about the topic
	 * and about all of the situations; newest first.
	 * @param situations those of the question; without any there is none
	 */
	@Transactional(readOnly = true)
	public List<Ruling> standing(Topic topic, Set<Situation> situations) {
		return situations.isEmpty() ? List.of()
				: standingOf(topic).stream().filter((one) -> one.situations().containsAll(situations)).toList();
	}

	/** All standing decisions about the topic that are in force, newest first. */
	@Transactional(readOnly = true)
	public List<Ruling> standingOf(Topic topic) {
		return this.repository.standing(topic, this.clock.instant());
	}

	/**
	 * Takes back a decision; it stays to be read.
	 * @param by user id
	 * @param reason why, at most 1000 characters
	 * @throws ConflictException where it is not in force any more
	 */
	public void revoke(RulingNumber number, UserId by, String reason) {
		Fields fields = new Fields();
		String why = fields.required("reason", "el motivo (por qué se revoca la decisión)", reason, LONGEST_REASON);
		fields.done();
		Instant now = this.clock.instant();
		Ruling ruling = this.repository.lock(number).orElseThrow(() -> unknown(number));
		if (!ruling.isInForce(now)) {
			throw new ConflictException(number + " ya no está vigente: " + ended(ruling, now) + ".");
		}
		this.repository.revoke(number, now, by, why);
	}

	/** Under the lock of its row, so that two at once cannot supersede it. */
	private void requireSupersedable(RulingNumber number, Instant now) {
		Ruling old = this.repository.lock(number)
			.orElseThrow(() -> new InvalidInputException("supersedes", "No hay ninguna decisión con el número «"
					+ number + "»: búsquela en el registro de decisiones, o deje vacío a cuál sustituye."));
		if (!old.isInForce(now)) {
			throw new InvalidInputException("supersedes",
					"No se puede sustituir " + number + ", que ya no está vigente: " + ended(old, now)
							+ ((old.supersededBy() == null) ? ". Deje vacío a cuál sustituye."
									: ". Mire esa, y sustitúyala si es la que cambia."));
		}
	}

	private void refuseContradiction(NewRuling ruling, Instant now) {
		this.repository.standing(ruling.topic(), now)
			.stream()
			.filter((one) -> !one.number().equals(ruling.supersedes()) && one.outcome().contradicts(ruling.outcome())
					&& one.situations().stream().anyMatch(ruling.situations()::contains))
			.findFirst()
			.ifPresent((one) -> {
				throw new InvalidInputException("supersedes",
						"Contradice la decisión permanente " + one.number() + " («" + one.subject() + "»), que dice «"
								+ one.outcome().label() + "» para: " + common(one, ruling.situations()) + ". "
								+ ((ruling.supersedes() == null)
										? "Si esta decisión ocupa su lugar, indique que sustituye a " + one.number()
												+ "; si no, decida lo mismo que dice."
										: "Una decisión sustituye solo a otra: revoque antes " + one.number()
												+ " en el registro de decisiones, o decida lo mismo que dice."));
			});
	}

	private static String common(Ruling standing, Set<Situation> situations) {
		return standing.situations()
			.stream()
			.filter(situations::contains)
			.map(Situation::label)
			.collect(Collectors.joining("; "));
	}

	private static String ended(Ruling ruling, Instant now) {
		return switch (ruling.state(now)) {
			case SUPERSEDED -> "la sustituyó " + ruling.supersededBy();
			case REVOKED -> "se revocó";
			case EXPIRED -> "caducó";
			case IN_FORCE -> throw new IllegalArgumentException(ruling.number() + " is in force");
		};
	}

	private static NotFoundException unknown(RulingNumber number) {
		return new NotFoundException("No hay ninguna decisión con el número " + number + ".");
	}

}
