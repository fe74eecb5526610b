package dev.escala.web;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a long list.
 *
 * @param items what is on this page
 * @param page number of this page, from 0
 * @param size how many items a page holds at most
 * @param total how many items there are on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

	public Page {
		items = List.copyOf(items);
	}

	/** How many pages there are; an empty list is one. */
	public long pages() {
		return Math.max(1, (this.total + this.size - 1) / this.size);
	}

	/** The same page of something else. */
	public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
		return new Page<>(this.items.stream().<R>map(mapper).toList(), this.page, this.size, this.total);
	}
}
