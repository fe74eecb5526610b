package dev.escala.complaint.attention;

import java.time.YearMonth;
import java.util.List;

/** How soon people were attended who asked for a human or a superior. */
public interface AttentionFigures {

	/**
	 * The months from the first to the last, both included, each once and in order; also
	 * those in which nobody asked.
	 */
	List<AttentionMonth> byMonth(AttentionKind kind, YearMonth first, YearMonth last);

}
