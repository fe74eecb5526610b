package dev.escala.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people of the staff have to do with somebody outside (000-07): a share, a
 * relative, a former employer. Each one is shown to the person who declared it, and to
 * nobody else.
 */
@Service
@Transactional
public class Interests {

	private final InterestRepository repository;

	private final Parties parties;

	private final Clock clock;

	Interests(InterestRepository repository, Parties parties, Clock clock) {
		this.repository = repository;
		this.parties = parties;
		this.clock = clock;
	}

	/** What this person declared, by name. */
	@Transactional(readOnly = true)
	public List<Interest> interests(UserId userId) {
		return this.repository.interests(userId);
	}

	/**
	 * Declares an interest.
	 * @param party name of somebody outside, known to Escala or not, or the code of a
	 * prospect or customer, which becomes its name
	 * @param relation what the person has to do with them
	 * @throws dev.escala.validation.InvalidInputException naming what is missing
	 * @throws ConflictException where the person declared one in that party before
	 */
	public Interest declare(UserId userId, String party, String relation) {
		Fields fields = new Fields();
		String typed = fields.requiredLine("party", "con quién tiene relación: su nombre o su código", party, 200);
		String why = fields.required("relation", "qué relación tiene", relation, 1000);
		fields.done();
		List<Party> known = this.parties.matchExactly(typed);
		String name = (known.size() == 1) ? known.get(0).name() : typed;
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		return this.repository.add(userId, name, why, now)
			.map((id) -> new Interest(id, name, why, now))
			.orElseThrow(() -> new ConflictException(
					"Ya declaró su relación con " + name + ". Para cambiarla, bórrela y declárela de nuevo."));
	}

	/**
	 * Takes back one's own declaration.
	 * @throws NotFoundException where the person has none with that id
	 */
	public void remove(UserId userId, long id) {
		if (!this.repository.remove(userId, id)) {
			throw new NotFoundException("No tiene ninguna declaración " + id + ".");
		}
	}

	/**
	 * What somebody has to do with somebody outside.
	 *
	 * @param id our own id
	 * @param party name of the other side
	 * @param relation what the person has to do with them
	 * @param declaredAt when it was declared
	 */
	public record Interest(long id, String party, String relation, Instant declaredAt) {
	}

}
