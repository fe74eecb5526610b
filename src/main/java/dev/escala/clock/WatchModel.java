package dev.escala.clock;

import java.util.Set;

/**
 * The model whose instances watch clocks, one instance each: it waits for the clock's
 * dates and does what a passed deadline leads to. Who knows that consequence declares the
 * model as a bean.
 *
 * @param key the key of the process
 * @param clocks the clocks that it watches
 * @param warning the timer that waits for the warning
 * @param passing the timer that waits for the deadline, or {@code null} where the warning
 * is all
 * @param tellsMiss whether it still has something to do for a clock that was missed
 */
public record WatchModel(String key, Set<ServiceClock> clocks, String warning, String passing, boolean tellsMiss) {

	public WatchModel {
		clocks = Set.copyOf(clocks);
	}

}
