package dev.escala.engine.rest;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.engine.AsSystem;
import dev.escala.validation.Refusal;
import dev.escala.web.Problem;
import dev.escala.web.ProblemTranslator;
import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Says in Spanish what an exception of the engine or of Camunda's REST interface means to
 * the one who sent the request. What is a mistake of ours is logged with its stack trace,
 * once; of everything else the log gets one line.
 */
@Component
class EngineProblems {

	private static final Logger log = LoggerFactory.getLogger(EngineProblems.class);

	private static final String REASON = EngineProblems.class.getName() + ".reason";

	/** What is done with a task that is open. */
	private static final Pattern WORK = Pattern.compile(
			".*/task/([^/]+)/(?:complete|submit-form|claim|unclaim|resolve|delegate|assignee|bpmnError|bpmnEscalation)");

	/** Whatever is done with a task, or read of it. */
	private static final Pattern TASK = Pattern.compile(".*/task/([^/]+)(?:/.*)?");

	/** How the engine refuses what is not there, or not for whoever asks. */
	private static final Set<Integer> HIDDEN = Set.of(403, 404);

	/** How the engine refuses to work on a task that ends at that moment. */
	private static final Set<Integer> ENDED = Set.of(400, 403, 404);

	private static final Pattern CLAIM = Pattern.compile(".*/task/[^/]+/(?:claim|assignee)");

	private final ProblemTranslator ours;

	private final HistoryService history;

	private final AsSystem asSystem;

	/** Who knows why asks the engine, too. */
	private final ObjectProvider<TaskEndings> endings;

	EngineProblems(ProblemTranslator ours, HistoryService history, AsSystem asSystem,
			ObjectProvider<TaskEndings> endings) {
		this.endings = endings;
		this.ours = ours;
		this.history = history;
		this.asSystem = asSystem;
	}

	/** What the exception means for whoever sent the request. */
	Problem problem(Throwable thrown, HttpServletRequest request) {
		Problem problem = find(thrown, request).orElseGet(() -> unknown(thrown, request));
		if (problem.status() < 500) {
			request.setAttribute(REASON, Causes.inOneLine(thrown));
		}
		return problem;
	}

	/** Why a request was refused, in English and in one line, for the log. */
	String reason(HttpServletRequest request) {
		return (request.getAttribute(REASON) instanceof String reason) ? reason : "before it was read";
	}

	private Optional<Problem> find(Throwable thrown, HttpServletRequest request) {
		Optional<Problem> refused = refused(thrown);
		if (refused.isPresent()) {
			return refused;
		}
		if (Causes.has(thrown, TaskAlreadyClaimedException.class)
				|| Causes.has(thrown, OptimisticLockingException.class)) {
			return Optional.of(overtaken(request));
		}
		Optional<Problem> known = this.ours.understood(thrown)
			.or(() -> EngineSentences.of(thrown))
			.filter((problem) -> problem.status() != 500);
		// Its grants and all that belongs to it end with it, one after the other.
		boolean ofTask = known.isEmpty() || ENDED.contains(known.get().status());
		if (ofTask && isOfEndedTask(request)) {
			return Optional.of(ended(request));
		}
		return known.map((problem) -> HIDDEN.contains(problem.status()) ? explained(problem, request) : problem);
	}

	/** Whoever had a task reads where it went; whoever sent nonsense, what was wrong. */
	private Problem explained(Problem problem, HttpServletRequest request) {
		return why(request).map((sentence) -> Problem.of(HttpStatus.valueOf(problem.status()), sentence))
			.orElse(problem);
	}

	private Optional<String> why(HttpServletRequest request) {
		Matcher task = TASK.matcher(EngineDoors.path(request));
		return task.matches()
				? this.endings.orderedStream().flatMap((known) -> known.why(task.group(1)).stream()).findFirst()
				: Optional.empty();
	}

	/**
	 * What we refuse ourselves. A form that is refused is a bad request whatever the
	 * reason, as it is to Camunda's pages.
	 */
	private Optional<Problem> refused(Throwable thrown) {
		return Causes.find(thrown, Refusal.class).flatMap(this.ours::understood).map((problem) -> {
			boolean form = thrown instanceof RestException rest && rest.getStatus() != null
					&& rest.getStatus().getStatusCode() == 400;
			return form ? problem.as(HttpStatus.BAD_REQUEST) : problem;
		});
	}

	private Problem overtaken(HttpServletRequest request) {
		if (CLAIM.matcher(EngineDoors.path(request)).matches()) {
			return Problem.of(HttpStatus.CONFLICT,
					"Otra persona ha tomado esta tarea. Actualice la página para ver quién la tiene.");
		}
		if (isOfEndedTask(request)) {
			return ended(request);
		}
		return Problem.of(HttpStatus.CONFLICT,
				"Otra persona lo ha cambiado al mismo tiempo. Consulte cómo está ahora y vuelva a intentarlo.");
	}

	private Problem ended(HttpServletRequest request) {
		return Problem.of(HttpStatus.CONFLICT, why(request)
			.orElse("Esta tarea ya está terminada: otra persona la completó, o el caso siguió adelante."));
	}

	/** Whether somebody works on a task that was there and is done. */
	private boolean isOfEndedTask(HttpServletRequest request) {
		Matcher work = WORK.matcher(EngineDoors.path(request));
		return work.matches() && this.asSystem
			.call(() -> this.history.createHistoricTaskInstanceQuery().taskId(work.group(1)).finished().count()) > 0;
	}

	private static Problem unknown(Throwable thrown, HttpServletRequest request) {
		String reference = UUID.randomUUID().toString().substring(0, 8);
		log.error("Unexpected error at {} {}, reference {}", request.getMethod(), EngineDoors.path(request), reference,
				thrown);
		return Problem.unexpected(reference);
	}

}
