package dev.escala.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

import org.springframework.transaction.TransactionSystemException;

/** Tells by an exception that the database, not the request, is the trouble. */
final class Outage {

	/**
	 * It is being stopped, has crashed, or does not take connections yet; and a role that
	 * may not connect now.
	 */
	private static final Set<String> STOPPED = Set.of("57P01", "57P02", "57P03");

	private Outage() {
	}

	/** Whether the connection broke, or could not be made. */
	static boolean isIn(Throwable thrown) {
		return find(thrown, Outage::isBroken) != null;
	}

	/**
	 * Whether no connection of the pool became free in time, for whatever reason.
	 */
	static boolean isWaitInVain(Throwable thrown) {
		return find(thrown, SQLTransientConnectionException.class::isInstance) != null;
	}

	/** What broke, in the words of the driver: one line. */
	static String reason(Throwable thrown) {
		Throwable broken = find(thrown, Outage::isBroken);
		return String.valueOf((broken != null) ? broken.getMessage() : thrown.getMessage())
			.lines()
			.findFirst()
			.orElse("");
	}

	private static boolean isBroken(Throwable cause) {
		if (!(cause instanceof SQLException sql)) {
			return false;
		}
		if (sql.getSQLState() == null) {
			// What the pool says of a connection that it has closed because it broke.
			return "Connection is closed".equals(sql.getMessage());
		}
		return sql.getSQLState().startsWith("08") || STOPPED.contains(sql.getSQLState());
	}

	private static Throwable find(Throwable thrown, java.util.function.Predicate<Throwable> wanted) {
		int depth = 0;
		for (Throwable cause = thrown; cause != null && depth < 30; cause = cause.getCause()) {
			if (wanted.test(cause)) {
				return cause;
			}
			// The rollback failed after what really happened.
			if (cause instanceof TransactionSystemException failed && failed.getApplicationException() != null) {
				Throwable before = find(failed.getApplicationException(), wanted);
				if (before != null) {
					return before;
				}
			}
			depth++;
		}
		return null;
	}

}
