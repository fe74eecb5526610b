package dev.escala.startup;

import java.util.Locale;

import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Tells whoever starts Escala how far it is, in a handful of lines. The demo's database
 * and the engine tell of themselves.
 */
@Component
class StartProgress extends BaseCallback {

	private static final Logger log = LoggerFactory.getLogger(StartProgress.class);

	private static final double MILLISECONDS = 1000;

	private final Environment environment;

	StartProgress(Environment environment) {
		this.environment = environment;
	}

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.BEFORE_MIGRATE || event == Event.AFTER_MIGRATE;
	}

	@Override
	public void handle(Event event, Context context) {
		log.info((event == Event.BEFORE_MIGRATE) ? "The database answers. Bringing its tables up to date."
				: "The tables are up to date. Starting the process engine.");
	}

	@EventListener
	void tellReady(ApplicationReadyEvent ready) {
		log.info("Escala is ready at {}:{} after {} s.",
				this.environment.containsProperty("server.ssl.bundle") ? "https://localhost" : "http://localhost",
				this.environment.getProperty("local.server.port"),
				String.format(Locale.ROOT, "%.1f", ready.getTimeTaken().toMillis() / MILLISECONDS));
	}

}
