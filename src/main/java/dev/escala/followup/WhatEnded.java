package dev.escala.followup;

/**
 * Tells whoever calls what was bought, decided or promised. Whoever has something after
 * which customers are called adds one bean of this type for its kind.
 */
public interface WhatEnded {

	/** Of what it tells. */
	FollowUpKind kind();

	/** What it was, as Spanish Markdown. */
	String story(String source);

}
