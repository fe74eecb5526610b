package dev.escala.access.table;

import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * What somebody may open, for whoever leads them there: the same table that lets them in.
 */
@Component
public class OpenRoutes {

	private final AccessTable table = AccessTable.standing();

	/**
	 * Whether the path can be read by the caller; not where the table does not name it.
	 */
	public boolean isOpen(String path, Authentication caller) {
		return this.table.find(PathContainer.parsePath(path))
			.stream()
			.filter((row) -> row.isFor("GET"))
			.findFirst()
			.filter((row) -> row.audience().admits(caller))
			.isPresent();
	}

}
