package dev.escala.promise;

/** How well we know the work that we estimate; an input of {@code promiseMargin}. */
public enum Complexity {

	KNOWN, SIMILAR, NEW

}
