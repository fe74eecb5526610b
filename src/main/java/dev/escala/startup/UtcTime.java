package dev.escala.startup;

import java.util.TimeZone;

import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Puts the virtual machine into UTC whatever the machine's zone and whoever starts the
 * application, before anything else is done: the engine stores times without a zone, so
 * that two nodes in different zones would read each other's deadlines hours wrong.
 * Business zones live in our own code only.
 */
class UtcTime implements ApplicationListener<ApplicationStartingEvent>, Ordered {

	@Override
	public void onApplicationEvent(ApplicationStartingEvent event) {
		TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
	}

	/** Before the logging, which remembers the zone that it finds. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
