package dev.escala.staffing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.reference.UserId;

/**
 * Deputies who would stand in for each other in a circle, so that nobody would be there.
 *
 * @param people who stands in for whom, in order; the first is also the last
 * @param from the first instant at which it would be so
 * @param until the first instant after it
 */
record DeputyRing(List<UserId> people, Instant from, Instant until) {

	/**
	 * Follows the deputies of an absence that is wished for, each only as far as the
	 * absences overlap.
	 * @param wish the absence, with a deputy or without
	 * @param others all absences during it
	 */
	static Optional<DeputyRing> closedBy(StoredAbsence wish, List<StoredAbsence> others) {
		return (wish.deputyId() == null) ? Optional.empty()
				: follow(List.of(wish.personId(), wish.deputyId()), wish.from(), wish.until(), others);
	}

	private static Optional<DeputyRing> follow(List<UserId> chain, Instant from, Instant until,
			List<StoredAbsence> others) {
		UserId last = chain.get(chain.size() - 1);
		if (last.equals(chain.get(0))) {
			return Optional.of(new DeputyRing(chain, from, until));
		}
		if (chain.indexOf(last) < chain.size() - 1) {
			// A ring that this absence is no part of.
			return Optional.empty();
		}
		return others.stream()
			.filter((absence) -> absence.personId().equals(last) && absence.deputyId() != null
					&& absence.isDuring(from, until))
			.map((absence) -> follow(with(chain, absence.deputyId()), later(from, absence.from()),
					earlier(until, absence.until()), others))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private static List<UserId> with(List<UserId> chain, UserId next) {
		List<UserId> longer = new ArrayList<>(chain);
		longer.add(next);
		return longer;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}
}
