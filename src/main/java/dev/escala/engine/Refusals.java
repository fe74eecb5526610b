package dev.escala.engine;

import java.util.Optional;

import dev.escala.validation.Refusal;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Carries a refusal out of the engine. What a listener throws would arrive in Tasklist as
 * an internal error wrapped in English; a form validation error arrives as a bad request
 * with our sentence.
 */
class Refusals extends CommandInterceptor {

	static Optional<Refusal> in(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof Refusal refusal) {
				return Optional.of(refusal);
			}
		}
		return Optional.empty();
	}

	/**
	 * The engine walks through its tree of executions without a lock: where another
	 * transaction has just ended one, it finds no parent. That is a conflict like any
	 * other, after which the one who came too late looks again.
	 */
	private static boolean isOvertaken(NullPointerException ex) {
		StackTraceElement[] trace = ex.getStackTrace();
		return trace.length > 0 && trace[0].getClassName().startsWith("org.camunda.bpm.engine.impl.pvm.");
	}

	@Override
	public <T> T execute(Command<T> command) {
		try {
			return this.next.execute(command);
		}
		catch (FormFieldValidationException ex) {
			throw ex;
		}
		catch (NullPointerException ex) {
			throw isOvertaken(ex) ? new OptimisticLockingException("Another transaction ended the execution", ex) : ex;
		}
		catch (RuntimeException ex) {
			Optional<Refusal> refusal = in(ex);
			if (refusal.isPresent()) {
				throw new FormFieldValidationException(null, refusal.get().getMessage(), refusal.get());
			}
			throw ex;
		}
	}

}
