package dev.escala.database.outage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.escala.database.DatabaseWatch;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

import org.springframework.stereotype.Component;

/**
 * Keeps out of the log what everybody who needs the database has to say while it is away:
 * the engine, the pool, each scheduled work and each request, with a stack trace each.
 * {@link DatabaseWatch} says it once. With
 * {@code logging.level.dev.escala.database=debug} all of it is logged.
 */
@Component
class OutageInLog extends TurboFilter {

	private static final org.slf4j.Logger log = LoggerFactory.getLogger(OutageInLog.class);

	private static final String POOL = "com.zaxxer.hikari.";

	private final DatabaseWatch watch;

	OutageInLog(DatabaseWatch watch) {
		this.watch = watch;
	}

	@PostConstruct
	void listen() {
		ILoggerFactory factory = LoggerFactory.getILoggerFactory();
		if (factory instanceof LoggerContext logging) {
			start();
			logging.addTurboFilter(this);
		}
	}

	@PreDestroy
	void leave() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
			logging.getTurboFilterList().remove(this);
		}
	}

	@Override
	public FilterReply decide(Marker marker, ch.qos.logback.classic.Logger logger, Level level, String format,
			Object[] params, Throwable t) {
		if (!level.isGreaterOrEqual(Level.INFO) || log.isDebugEnabled()) {
			return FilterReply.NEUTRAL;
		}
		Throwable thrown = thrown(params, t);
		if (thrown != null && this.watch.isCauseOf(thrown)) {
			return FilterReply.DENY;
		}
		return isOfBrokenConnection(logger, format) ? FilterReply.DENY : FilterReply.NEUTRAL;
	}

	/** The last argument may be the exception; the logging finds that out only later. */
	private static Throwable thrown(Object[] params, Throwable t) {
		if (t == null && params != null && params.length > 0 && params[params.length - 1] instanceof Throwable last) {
			return last;
		}
		return t;
	}

	/** One line for each connection of the pool. */
	private static boolean isOfBrokenConnection(ch.qos.logback.classic.Logger logger, String format) {
		return logger.getName().startsWith(POOL) && format != null && format.contains("Failed to validate connection");
	}

}
