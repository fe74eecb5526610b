package dev.escala.support;

import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * What a class says in the log meanwhile. It does not reach the output of the tests,
 * where a trace would look like a fault of theirs: whoever lets something go wrong looks
 * at what is said of it here.
 */
public final class Logged implements AutoCloseable {

	private final ListAppender<ILoggingEvent> events = new ListAppender<>();

	private final Logger logger;

	private Logged(Logger logger) {
		this.logger = logger;
		this.events.start();
		logger.addAppender(this.events);
		logger.setAdditive(false);
	}

	/** Listens from now on. */
	public static Logged by(Class<?> type) {
		return new Logged((Logger) LoggerFactory.getLogger(type));
	}

	/** All loggers below a name. */
	public static Logged below(String name) {
		return new Logged((Logger) LoggerFactory.getLogger(name));
	}

	/** Each line, and behind it the class and message of what was thrown. */
	public List<String> lines() {
		return List.copyOf(this.events.list).stream().map(Logged::line).toList();
	}

	private static String line(ILoggingEvent event) {
		String said = event.getLevel() + " " + event.getFormattedMessage();
		return (event.getThrowableProxy() == null) ? said : said + " | " + event.getThrowableProxy().getClassName()
				+ ": " + event.getThrowableProxy().getMessage();
	}

	@Override
	public void close() {
		this.logger.setAdditive(true);
		this.logger.detachAppender(this.events);
	}

}
