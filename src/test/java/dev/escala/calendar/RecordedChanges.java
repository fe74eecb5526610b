package dev.escala.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Remembers what was published, and can refuse it like a listener that fails. */
class RecordedChanges implements ApplicationListener<PayloadApplicationEvent<CalendarsChanged>> {

	private final List<CalendarsChanged> changes = new ArrayList<>();

	private boolean failing;

	@Override
	public void onApplicationEvent(PayloadApplicationEvent<CalendarsChanged> event) {
		if (this.failing) {
			throw new IllegalStateException("A clock could not be moved");
		}
		this.changes.add(event.getPayload());
	}

	void failing(boolean fails) {
		this.failing = fails;
	}

	List<Set<String>> codes() {
		return this.changes.stream().map(CalendarsChanged::codes).toList();
	}

	List<String> reasons() {
		return this.changes.stream().map(CalendarsChanged::reason).toList();
	}

}
