package dev.escala.decisionlog;

import java.util.List;

/**
 * A decision that resembles a question.
 *
 * @param ruling the decision
 * @param words the words of the question that it contains, itself or by a synonym, as
 * they were written; those that tell most come first
 */
public record SimilarRuling(Ruling ruling, List<String> words) {

	public SimilarRuling {
		words = List.copyOf(words);
	}
}
