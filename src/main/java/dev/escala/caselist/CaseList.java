package dev.escala.caselist;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import dev.escala.database.TransactionTimes;
import dev.escala.visibility.Seen;
import dev.escala.visibility.Visibility;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of everything that whoever asks may see. */
@Service
@Transactional(readOnly = true)
public class CaseList {

	private static final Duration PATIENCE_WITH_A_READER = Duration.ofMinutes(5);

	private final CaseListRepository repository;

	private final CaseCountRepository counts;

	private final Visibility visibility;

	private final TransactionTimes times;

	private final Clock clock;

	private final ZoneId zone;

	CaseList(CaseListRepository repository, CaseCountRepository counts, Visibility visibility, TransactionTimes times,
			Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.counts = counts;
		this.visibility = visibility;
		this.times = times;
		this.clock = clock;
		this.zone = zone;
	}

	/** One part of what fits; a constant number of statements, whatever its size. */
	public CasePart part(CaseQuery query) {
		Cursor place = query.place();
		boolean forward = place == null || place.forward();
		List<CaseListRepository.Found> found = new ArrayList<>(this.repository.page(query, seen(), day()));
		boolean more = found.size() > query.size();
		if (more) {
			found.remove(query.size());
		}
		if (!forward) {
			Collections.reverse(found);
		}
		boolean before = forward ? place != null : more;
		boolean after = forward ? more : true;
		return new CasePart(found.stream().map(CaseListRepository.Found::line).toList(),
				(before && !found.isEmpty()) ? found.get(0).place(false) : null,
				(after && !found.isEmpty()) ? found.get(found.size() - 1).place(true) : null);
	}

	/**
	 * How many fit, by state and by quick filter: one statement that counts no further
	 * than people read.
	 */
	public CasePart.Counts counts(CaseQuery query) {
		return this.counts.counts(query, seen(), day());
	}

	/**
	 * All that fit, one after the other in their order, without keeping them; the reader
	 * may be slow.
	 */
	public void each(CaseQuery query, Consumer<CaseLine> reader) {
		this.times.allowSilence(PATIENCE_WITH_A_READER);
		this.repository.each(query, seen(), day(), reader);
	}

	private CaseConditionRepository.Day day() {
		return CaseConditionRepository.Day.of(this.clock.instant(), this.zone);
	}

	private Seen seen() {
		return this.visibility.seen();
	}

}
