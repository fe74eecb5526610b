package dev.escala.policy;

import java.util.List;
import java.util.Locale;

import dev.escala.access.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says at start where the configuration sends questions to a group that nobody has: they
 * would wait for an answer that cannot come. It is no reason not to start, because the
 * group may be created in Camunda Admin afterwards.
 */
@Component
class RouteWarnings {

	private static final Logger log = LoggerFactory.getLogger(RouteWarnings.class);

	private final RouteProperties properties;

	private final Staff staff;

	RouteWarnings(RouteProperties properties, Staff staff) {
		this.properties = properties;
		this.staff = staff;
	}

	@EventListener(ApplicationStartedEvent.class)
	void warn() {
		sentences().forEach(log::warn);
	}

	/** One sentence for each group that does not exist. */
	List<String> sentences() {
		return this.properties.groups()
			.entrySet()
			.stream()
			.filter((entry) -> this.staff.findGroup(entry.getValue()).isEmpty())
			.map((entry) -> "escala.internal-requests.groups."
					+ entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-') + " names the group "
					+ entry.getValue() + ", which does not exist: create it in Camunda Admin or name another one, "
					+ "for nobody answers such questions until then.")
			.sorted()
			.toList();
	}

}
