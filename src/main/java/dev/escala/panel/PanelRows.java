package dev.escala.panel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.panel.PanelRow.Overdue;
import dev.escala.panel.PanelRow.Settled;
import dev.escala.web.Page;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands behind the numbers of the panel that are no numbers of cases. */
@Service
@Transactional(readOnly = true)
public class PanelRows {

	private static final int SIZE = 50;

	private final PanelRowRepository repository;

	private final Staff staff;

	private final Clock clock;

	private final ZoneId zone;

	PanelRows(PanelRowRepository repository, Staff staff, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.staff = staff;
		this.clock = clock;
		this.zone = zone;
	}

	/** The promises that the panel counted, the last one first; pages count from 1. */
	public Page<Settled> promises(SettledFilter filter, int page) {
		LocalDate today = today();
		return this.repository.promises(filter,
				PanelScope.firstDay(today, filter.weeks()).atStartOfDay(this.zone).toInstant(),
				today.plusDays(1).atStartOfDay(this.zone).toInstant(), page - 1, SIZE, names());
	}

	/** The corrective actions whose day is over, the longest late first. */
	public Page<Overdue> overdueActions(int page) {
		return this.repository.actions(today(), page - 1, SIZE, names());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.zone);
	}

	/** Who has left, and the name that somebody typed long ago, stay as they are. */
	private UnaryOperator<String> names() {
		Map<String, String> names = this.staff.everybody()
			.stream()
			.collect(Collectors.toMap((one) -> one.id().value(), Staff.Person::name));
		return (id) -> names.getOrDefault(id, id);
	}

}
