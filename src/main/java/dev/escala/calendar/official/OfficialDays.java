package dev.escala.calendar.official;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.escala.text.Shortening;

/** The days off of one year, as a file says them. */
public final class OfficialDays {

	private static final int LONGEST_NAME = 100;

	private final int year;

	private final SortedMap<LocalDate, String> days = new TreeMap<>();

	private final List<String> ignored = new ArrayList<>();

	OfficialDays(int year) {
		this.year = year;
	}

	/** The year that is wanted; days of other years are no part of it. */
	public int year() {
		return this.year;
	}

	/** Each day off with its name. */
	public SortedMap<LocalDate, String> days() {
		return Collections.unmodifiableSortedMap(this.days);
	}

	/** What was not understood, each a Spanish sentence. */
	public List<String> ignored() {
		return Collections.unmodifiableList(this.ignored);
	}

	void add(LocalDate date, String name) {
		if (date.getYear() != this.year) {
			return;
		}
		String line = (name == null) ? "" : name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		this.days.putIfAbsent(date, line.isEmpty() ? "Festivo oficial" : Shortening.withEllipsis(line, LONGEST_NAME));
	}

	void ignore(String sentence) {
		this.ignored.add(sentence);
	}

}
