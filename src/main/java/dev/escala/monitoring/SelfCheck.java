package dev.escala.monitoring;

import java.util.List;

/**
 * Looks for one kind of trouble that nobody would notice otherwise. Every bean is run
 * about once a minute, on one node at a time, in a read-only transaction of its own.
 */
public interface SelfCheck {

	/** A short name for metrics and configuration, for example {@code late-jobs}. */
	String kind();

	/** What it looks for: one Spanish sentence. */
	String description();

	/** Everything that is wrong now; empty where all is well. */
	List<Trouble> find();

	/**
	 * Where somebody goes on.
	 * @param subject that of one of its troubles
	 * @return the path of a page of ours, or {@code null}
	 */
	default String page(String subject) {
		return null;
	}

	/**
	 * One thing that is wrong.
	 *
	 * @param subject what it is about, the same at every run: with the kind it decides
	 * whether it was told before
	 * @param text what is wrong and what to do, in Spanish
	 */
	record Trouble(String subject, String text) {
	}

}
