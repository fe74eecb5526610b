package dev.escala.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

import dev.escala.followup.persistence.FollowUpListRepository;
import dev.escala.validation.Fields;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the calls and counts what customers answered, for those who see all cases: the
 * routes let in nobody else.
 */
@Service
@Transactional(readOnly = true)
public class FollowUpList {

	/** What the list may be sorted by. */
	public static final List<String> SORTABLE = FollowUpListRepository.SORT.names();

	private static final int LONGEST_SEARCH = 200;

	private static final int FIRST_YEAR = 2000;

	private final FollowUpListRepository repository;

	private final Clock clock;

	private final ZoneId zone;

	FollowUpList(FollowUpListRepository repository, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * A page of the calls.
	 * @param words of the customer or of what ended, without regard to case and accents,
	 * or {@code null}
	 * @param state only these, or {@code null}
	 * @param kind only after that, or {@code null}
	 */
	public Page<FollowUp> page(String words, FollowUpState state, FollowUpKind kind, PageRequest part) {
		return this.repository.page(words(words), state, kind, part);
	}

	/** All that fit, one after the other. */
	public void each(String words, FollowUpState state, FollowUpKind kind, Consumer<FollowUp> use) {
		this.repository.each(words(words), state, kind, use);
	}

	/** What came of those that were over in a year. */
	public FollowUpFigures figures(int year) {
		return this.repository.figures(year, this.zone);
	}

	public int thisYear() {
		return LocalDate.now(this.clock.withZone(this.zone)).getYear();
	}

	/**
	 * A year as somebody typed it; none is this one.
	 * @throws dev.escala.validation.InvalidInputException where it is none
	 */
	public int year(String typed) {
		if (typed == null || typed.isBlank()) {
			return thisYear();
		}
		Fields fields = new Fields();
		int year = typed.strip().matches("\\d{4}") ? Integer.parseInt(typed.strip()) : 0;
		if (year < FIRST_YEAR || year > thisYear()) {
			fields.refuse("year", "Escriba un año de cuatro cifras, entre " + FIRST_YEAR + " y " + thisYear() + ".");
		}
		fields.done();
		return year;
	}

	private static String words(String typed) {
		Fields fields = new Fields();
		String words = fields.optional("search", "la búsqueda", typed, LONGEST_SEARCH);
		fields.done();
		return words;
	}

}
