package dev.escala.engine.path;

import java.time.Duration;
import java.util.Map;

/**
 * How the processes of one model went.
 *
 * @param flows how often each flow was taken, by its id; what nobody took is not in it
 * @param steps how the user tasks waited, by the id of the task
 */
public record PathFigures(Map<String, Long> flows, Map<String, Waited> steps) {

	public PathFigures {
		flows = Map.copyOf(flows);
		steps = Map.copyOf(steps);
	}

	/**
	 * Tasks that were completed.
	 *
	 * @param median half of them took no longer, from being there to being done, day and
	 * night
	 */
	public record Waited(long times, Duration median) {
	}

}
