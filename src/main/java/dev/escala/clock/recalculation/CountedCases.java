package dev.escala.clock.recalculation;

import java.util.List;

import dev.escala.calendar.CalendarUse;
import dev.escala.clock.DeadlineRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/**
 * The open cases whose deadlines were counted last by a calendar. They do so for a moment
 * after nobody is assigned to it any more, until they are computed again, and for longer
 * where that fails.
 */
@Component
class CountedCases implements CalendarUse {

	private static final int NAMED = 3;

	private final DeadlineRepository deadlines;

	CountedCases(DeadlineRepository deadlines) {
		this.deadlines = deadlines;
	}

	@Override
	public List<String> usersOf(String code) {
		List<CaseNumber> cases = this.deadlines.casesCountedBy(List.of(code));
		return cases.isEmpty() ? List.of() : List.of(phrase(cases));
	}

	/** One phrase for all of them, however many there are. */
	private static String phrase(List<CaseNumber> cases) {
		if (cases.size() == 1) {
			return "los plazos de un caso abierto (" + cases.get(0) + ")";
		}
		return "los plazos de " + cases.size() + " casos abiertos ("
				+ Sentences.some(cases.subList(0, Math.min(cases.size(), NAMED)), cases.size()) + ")";
	}

}
