package dev.escala.calendar.holiday;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps what was used last. For values that never change: two threads may compute the
 * same one.
 */
public final class BoundedCache<K, V> {

	private final Map<K, V> entries;

	public BoundedCache(int size) {
		this.entries = new LinkedHashMap<>(16, 0.75f, true) {
			@Override
			protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
				return size() > size;
			}
		};
	}

	/** The value, computed where it is not kept; {@code null} is not kept. */
	public V get(K key, Supplier<V> compute) {
		synchronized (this.entries) {
			V known = this.entries.get(key);
			if (known != null) {
				return known;
			}
		}
		V computed = compute.get();
		if (computed != null) {
			synchronized (this.entries) {
				this.entries.put(key, computed);
			}
		}
		return computed;
	}

}
