package dev.escala.calendar.forecast;

import java.util.List;

import dev.escala.text.Sentences;

/**
 * What a change would move.
 *
 * @param total how many running deadlines are counted by what would change
 * @param counted how many of them were counted anew: of very many those that are over
 * first
 * @param moved those that would be due at another moment, the most urgent first
 */
public record CalendarForecast(long total, int counted, List<MovedDeadline> moved) {

	public CalendarForecast {
		moved = List.copyOf(moved);
	}

	/** Nothing moves. */
	public static CalendarForecast none() {
		return new CalendarForecast(0, 0, List.of());
	}

	/** How many the change alone would end. */
	public long dueNow() {
		return this.moved.stream().filter(MovedDeadline::dueNow).count();
	}

	/** How many of those a law ends. */
	public long byLaw() {
		return this.moved.stream().filter((one) -> one.fate() == MovedDeadline.Fate.OVER_BY_LAW).count();
	}

	/**
	 * In Spanish, for example {@code Se moverían 14 plazos. 3 plazos vencerían ahora: …}.
	 */
	public String summary() {
		if (this.moved.isEmpty()) {
			return "No se movería ningún plazo.";
		}
		String text = ((this.moved.size() == 1) ? "Se movería " : "Se moverían ")
				+ Sentences.counted(this.moved.size(), "plazo", "plazos") + ".";
		if (dueNow() > 0) {
			text += " " + Sentences.counted(dueNow(), "plazo vencería ahora", "plazos vencerían ahora") + ": ";
			long fresh = dueNow() - byLaw();
			text += (byLaw() == 0) ? "en su lugar " + ((fresh == 1) ? "tendrá" : "tendrán") + " un plazo nuevo y corto."
					: (fresh == 0) ? "son plazos legales y vencen."
							: fresh + " con un plazo nuevo y corto en su lugar; los legales vencen.";
		}
		if (this.counted < this.total) {
			text += " Hay " + this.total + " plazos en marcha: se han contado los " + this.counted
					+ " que vencen antes.";
		}
		return text;
	}

}
