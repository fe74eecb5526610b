package dev.escala.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** What the application asks the database while it answers requests. */
public final class Statements {

	private Statements() {
	}

	/** The statements of our tables and of the engine's, as they were sent. */
	public static List<String> during(Runnable requests) {
		ListAppender<ILoggingEvent> events = new ListAppender<>() {

			@Override
			protected void append(ILoggingEvent event) {
				// Only now it is known on which thread that is.
				event.prepareForDeferredProcessing();
				super.append(event);
			}

		};
		events.start();
		List<Logger> loggers = List.of(logger("org.springframework.jdbc.core.JdbcTemplate"),
				logger("org.camunda.bpm.engine.impl.persistence"));
		Map<Logger, Level> levels = new HashMap<>();
		loggers.forEach((logger) -> {
			levels.put(logger, logger.getLevel());
			logger.setLevel(Level.DEBUG);
			logger.setAdditive(false);
			logger.addAppender(events);
		});
		try {
			requests.run();
		}
		finally {
			loggers.forEach((logger) -> {
				logger.setLevel(levels.get(logger));
				logger.setAdditive(true);
				logger.detachAppender(events);
			});
		}
		return List.copyOf(events.list)
			.stream()
			.filter((event) -> event.getThreadName().contains("exec"))
			.map(ILoggingEvent::getFormattedMessage)
			.filter((message) -> message.startsWith("Executing prepared SQL statement")
					|| message.contains("Preparing:"))
			.toList();
	}

	private static Logger logger(String name) {
		return (Logger) LoggerFactory.getLogger(name);
	}

}
