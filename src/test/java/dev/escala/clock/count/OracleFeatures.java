package dev.escala.clock.count;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.escala.clock.count.MinuteWalk.Kind;
import dev.escala.clock.count.MinuteWalk.Stop;

/**
 * What the cases are about, so that nobody can change how they are drawn without noticing
 * that they became harmless. Only what lies between the start of a clock and its deadline
 * (or its breach) counts.
 */
final class OracleFeatures {

	private final Map<String, Integer> hits = new LinkedHashMap<>();

	private final Map<String, Integer> zones = new TreeMap<>();

	/** Takes a case and what the oracle says about it. */
	synchronized void add(OracleCase given, Optional<Instant> due, Optional<Instant> breach) {
		OraclePlace place = given.place();
		this.zones.merge(place.zone().getId(), 1, Integer::sum);
		hit(given.firstGoal().kind().name());
		long from = given.start().getEpochSecond();
		long to = Math.max(due.map(Instant::getEpochSecond).orElse(from),
				breach.map(Instant::getEpochSecond).orElse(from));
		hit("start in closed time", !place.minutes().isOpen(from));
		hit("with seconds", from % 60 != 0);
		transitions(place, from, to);
		dates(given, from, to);
		pauses(given, from, to, due);
		due.ifPresent((at) -> atTheEnd(given, at.getEpochSecond()));
		history(given, due, breach);
	}

	private void transitions(OraclePlace place, long from, long to) {
		ZoneId zone = place.zone();
		ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.ofEpochSecond(from));
		boolean spring = false;
		boolean autumn = false;
		boolean repeated = false;
		while (next != null && next.toEpochSecond() < to) {
			spring |= next.isGap();
			autumn |= next.isOverlap();
			repeated |= next.isOverlap() && place.minutes().isOpen(next.toEpochSecond());
			next = zone.getRules().nextTransition(next.getInstant());
		}
		hit("spring night", spring);
		hit("autumn night", autumn);
		hit("repeated hour worked", repeated);
	}

	private void dates(OracleCase given, long from, long to) {
		OraclePlace place = given.place();
		boolean leap = false;
		boolean year = false;
		boolean holiday = false;
		boolean over = false;
		boolean closed = false;
		boolean half = false;
		LocalDate first = place.minutes().dateOf(from);
		for (LocalDate date = first; !date.isAfter(place.minutes().dateOf(to)); date = date.plusDays(1)) {
			leap |= date.getMonthValue() == 2 && date.getDayOfMonth() == 29;
			year |= date.isAfter(first) && date.getDayOfYear() == 1;
			boolean free = place.holidays().contains(date) && !place.weekday(date).isEmpty();
			holiday |= free;
			over |= free && touched(given, date);
			String own = place.own().get(date);
			closed |= own != null && own.isEmpty();
			half |= own != null && !own.isEmpty();
		}
		hit("29 February", leap);
		hit("new year", year);
		hit("public holiday", holiday);
		hit("pause over a holiday", over);
		hit("own closed day", closed);
		hit("own half or extra day", half);
		boolean night = place.week().stream().anyMatch((hours) -> hours.contains("24:00"));
		hit("night shift", night);
		hit("split day", !night && place.week().stream().anyMatch((hours) -> hours.contains(" ")));
	}

	private static boolean touched(OracleCase given, LocalDate date) {
		long noon = date.atTime(12, 0).atZone(given.place().zone()).toEpochSecond();
		return given.stops().stream().anyMatch((stop) -> stop.covers(noon) && stop.stops(given.firstGoal()));
	}

	private void pauses(OracleCase given, long from, long to, Optional<Instant> due) {
		List<Stop> waits = given.waits().stream().map(OracleCase.Wait::stop).toList();
		hit("pause", !waits.isEmpty());
		hit("pause that does not stop it", !waits.isEmpty() && !given.firstGoal().mayPause());
		hit("zero-length pause", waits.stream().anyMatch((stop) -> stop.from() == stop.to() && from <= stop.from()));
		hit("open pause", waits.stream().anyMatch(OracleCase::lasts));
		hit("open pause: no deadline", due.isEmpty());
		hit("pause from before the start", waits.stream().anyMatch((stop) -> stop.from() < from && from < stop.to()));
		boolean overlap = false;
		List<Stop> all = given.stops();
		for (int i = 0; i < all.size(); i++) {
			for (int j = 0; j < i; j++) {
				overlap |= Math.max(all.get(i).from(), all.get(j).from()) < Math.min(all.get(i).to(), all.get(j).to());
			}
		}
		hit("overlapping pauses", overlap);
		hit("pause begins or ends at a deadline", due.isPresent() && waits.stream()
			.anyMatch((stop) -> stop.from() == due.get().getEpochSecond() || stop.to() == due.get().getEpochSecond()));
		OpenMinutes minutes = given.place().minutes();
		hit("pause begins or ends as people close", waits.stream()
			.filter((stop) -> from < stop.from() && stop.from() <= to)
			.anyMatch(
					(stop) -> closes(minutes, stop.from()) || (!OracleCase.lasts(stop) && closes(minutes, stop.to()))));
	}

	private static boolean closes(OpenMinutes minutes, long second) {
		return minutes.isOpen(second - 1) && !minutes.isOpen(second);
	}

	private void atTheEnd(OracleCase given, long due) {
		OpenMinutes minutes = given.place().minutes();
		boolean working = given.firstGoal().kind() == Kind.WORKING;
		hit("working time ends at closing", working && closes(minutes, due));
		hit("deadline at midnight", !minutes.dateOf(due).equals(minutes.dateOf(due - 1)));
	}

	private void history(OracleCase given, Optional<Instant> due, Optional<Instant> breach) {
		hit("severity change", given.agreed().size() > 1);
		hit("severity change to other counting",
				given.agreed().stream().map((agreed) -> agreed.goal().kind()).distinct().count() > 1);
		hit("breached by the change itself",
				given.agreed()
					.stream()
					.skip(1)
					.anyMatch((agreed) -> breach.isPresent() && breach.get().equals(agreed.from())));
		hit("change after the breach",
				given.agreed()
					.stream()
					.anyMatch((agreed) -> breach.isPresent() && agreed.from().isAfter(breach.get())));
		hit("reopening", given.shut().stream().anyMatch((stop) -> !OracleCase.lasts(stop)));
		hit("two reopenings", given.shut().stream().filter((stop) -> !OracleCase.lasts(stop)).count() > 1);
		hit("breached after a reopening",
				given.shut()
					.stream()
					.anyMatch((stop) -> breach.isPresent() && stop.to() <= breach.get().getEpochSecond()));
		hit("resolved exactly at the deadline",
				given.shut().stream().anyMatch((stop) -> due.isPresent() && stop.from() == due.get().getEpochSecond()));
		hit("never breached", breach.isEmpty());
	}

	private void hit(String feature) {
		hit(feature, true);
	}

	private void hit(String feature, boolean hit) {
		this.hits.merge(feature, hit ? 1 : 0, Integer::sum);
	}

	Map<String, Integer> features() {
		return this.hits;
	}

	Map<String, Integer> zones() {
		return this.zones;
	}

	/** The table for people. */
	String table() {
		StringBuilder table = new StringBuilder();
		this.zones.forEach((zone, number) -> table.append(String.format("  %-42s %6d%n", zone, number)));
		this.hits.forEach((feature, number) -> table.append(String.format("  %-42s %6d%n", feature, number)));
		return table.toString();
	}

}
