package dev.escala.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.pursuit.profile.Profile;

/**
 * What happens with one company that the demo sells to.
 *
 * @param party name, or code where the register has it already
 * @param capture by which channel it comes
 * @param strategy with whom to begin
 * @param profile what is known of it from the beginning
 * @param daysAgo when it begins
 * @param steps what is done, in order; after a conversion with the opportunity
 * @param lately what somebody has just found out, or {@code null}: whoever works it has
 * not forgotten it
 */
record DemoPursuit(String party, String sector, int employees, String capture, String strategy, Profile profile,
		int daysAgo, List<Step> steps, String lately) {

	/**
	 * One thing that is done.
	 *
	 * @param daysAgo when
	 * @param form what the form of the stage says
	 * @param waitDays in how many days they are called again, or 0
	 */
	record Step(int daysAgo, Map<String, Object> form, int waitDays) {
	}

	/** Begins with a company; its person is told by what they do there. */
	static Story of(String party, String sector, int employees, String capture, int daysAgo, String why) {
		return new Story(party, sector, employees, capture, daysAgo, why);
	}

	/** Writes down what happens, step by step. */
	static final class Story {

		private final String party;

		private final String sector;

		private final int employees;

		private final String capture;

		private final int daysAgo;

		private final String why;

		private final List<Step> steps = new ArrayList<>();

		private String lately;

		private String strategy = "BOTTOM_UP";

		private String[] homework = new String[3];

		private Story(String party, String sector, int employees, String capture, int daysAgo, String why) {
			this.party = party;
			this.sector = sector;
			this.employees = employees;
			this.capture = capture;
			this.daysAgo = daysAgo;
			this.why = why;
		}

		/** From the top down, before its homework is done. */
		Story topDown() {
			this.strategy = "TOP_DOWN";
			return this;
		}

		/** From the top down, with its homework. */
		Story topDown(String sectors, String level, String livelihood) {
			this.homework = new String[] { sectors, level, livelihood };
			return topDown();
		}

		Story lately(String found) {
			this.lately = found;
			return this;
		}

		Story attempt(int daysAgo) {
			return step(daysAgo,
					Map.of("nextStage", "ATTEMPT", "callResult", "ATTEMPT", "callChannel", "PHONE", "callMinutes", 1));
		}

		Story talk(int daysAgo, String next, int minutes, String note) {
			return step(daysAgo, Map.of("nextStage", next, "callResult", "CONVERSATION", "callChannel", "PHONE",
					"callMinutes", minutes, "callNote", note));
		}

		Story appointment(int daysAgo, String next, int minutes, String note) {
			return step(daysAgo, Map.of("nextStage", next, "callResult", "APPOINTMENT", "callChannel", "PHONE",
					"callMinutes", minutes, "callNote", note));
		}

		Story later(int daysAgo, int waitDays, String note) {
			this.steps.add(new Step(daysAgo, Map.of("nextStage", "LATER", "callResult", "CONVERSATION", "callChannel",
					"PHONE", "callMinutes", 5, "callNote", note), waitDays));
			return this;
		}

		Story move(int daysAgo, String next, String... more) {
			Map<String, Object> form = new HashMap<>(Map.of("nextStage", next));
			for (int i = 0; i < more.length; i += 2) {
				form.put(more[i], more[i + 1]);
			}
			return step(daysAgo, form);
		}

		Story fits(int daysAgo, String request) {
			return move(daysAgo, "CONVERTED", "need", "YES", "budget", "YES", "feasibility", "YES", "request", request);
		}

		Story lost(int daysAgo, String next, String reason, String note, String lesson) {
			return move(daysAgo, next, "lossReason", reason, "lossNote", note, "lesson", lesson);
		}

		private Story step(int daysAgo, Map<String, Object> form) {
			this.steps.add(new Step(daysAgo, form, 0));
			return this;
		}

		DemoPursuit told() {
			String mail = Normalizer.normalize(this.party, Normalizer.Form.NFD)
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^a-z]", "");
			Profile profile = new Profile(this.why, "Dirección", "Dirección general",
					"+34 900 %03d %03d".formatted(Math.floorMod(mail.hashCode(), 1000), this.employees),
					"direccion@" + mail + ".example", null, this.homework[0], this.homework[1], this.homework[2]);
			return new DemoPursuit(this.party, this.sector, this.employees, this.capture, this.strategy, profile,
					this.daysAgo, List.copyOf(this.steps), this.lately);
		}

	}

}
