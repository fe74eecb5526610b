package dev.escala.servicenow;

import java.util.HashMap;
import java.util.Map;

/**
 * The incidents of a file by number: where the last usable row of each one lies and which
 * states it went through. Small, because a file may name some hundred thousand of them.
 */
final class IncidentLedger {

	private static final int STATES = 200;

	private static final String ARROW = " → ";

	private final Map<String, Entry> entries = new HashMap<>();

	/** Equal histories are kept once: most incidents go the same ways. */
	private final Map<String, String> histories = new HashMap<>();

	private long withoutRow;

	/** A usable row of an incident; the rows come in order. */
	void used(String number, long line, String state) {
		Entry entry = this.entries.computeIfAbsent(number, (key) -> newEntry());
		if (entry.lastLine == 0) {
			this.withoutRow--;
		}
		entry.lastLine = line;
		if (state != null && !entry.states.equals(state) && !entry.states.endsWith(ARROW + state)) {
			entry.states = history(entry.states.isEmpty() ? state : entry.states + ARROW + state);
		}
	}

	/** A row of an incident that cannot be used; others may be there. */
	void named(String number) {
		this.entries.computeIfAbsent(number, (key) -> newEntry());
	}

	private Entry newEntry() {
		this.withoutRow++;
		return new Entry();
	}

	private String history(String states) {
		// Past the mark of an earlier cut.
		String kept = (states.length() > STATES) ? "…" + states.substring(states.indexOf(ARROW, 2)) : states;
		return this.histories.computeIfAbsent(kept, (same) -> same);
	}

	/** How many incidents the rows name. */
	int size() {
		return this.entries.size();
	}

	/** How many of them have no usable row. */
	long withoutRow() {
		return this.withoutRow;
	}

	/** Whether this row is the incident's present state. */
	boolean isPresent(String number, long line) {
		Entry entry = this.entries.get(number);
		return entry != null && entry.lastLine == line;
	}

	/** The states that the incident went through, in order, for people. */
	String states(String number) {
		return this.entries.get(number).states;
	}

	private static final class Entry {

		private long lastLine;

		private String states = "";

	}

}
