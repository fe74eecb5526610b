package dev.escala.advertised.process;

import java.time.YearMonth;
import java.util.Map;

import dev.escala.advertised.ComparePromises;
import dev.escala.advertised.PublicPromise;
import dev.escala.advertised.PublicPromises;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.measure.Answerers;
import dev.escala.measure.Counted;
import dev.escala.measure.MonthNames;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** The figure of a month that Escala does not count, or that there is none. */
@Component
class EnterFigureTask extends OwnerTask {

	private final PublicPromises promises;

	private final ComparePromises compare;

	EnterFigureTask(PublicPromises promises, ComparePromises compare, Answerers answerers) {
		super(PublicPromiseProcess.TASK_ENTER, promises, answerers);
		this.promises = promises;
		this.compare = compare;
	}

	@Override
	public String why(TaskScope scope) {
		return "Terminó " + MonthNames.within(month(scope)) + " y nadie ha anotado la cifra de " + scope.caseNumber()
				+ ", que no cuenta Escala.";
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		PublicPromise promise = promise(scope);
		return Map.of("promiseText", promise.text(), "figureName", promise.gauge().name(), "figureMonth",
				MonthNames.within(month(scope)), "promiseBound", promise.promised());
	}

	/** Somebody may have entered it on the page meanwhile: what is typed here counts. */
	@Override
	public void complete(CompletedTask task) {
		String outcome = String.valueOf(task.text("figureOutcome"));
		String value = task.text("figureValue");
		CaseNumber number = task.caseNumber();
		YearMonth month = month(task.scope());
		switch (outcome) {
			case "value" -> this.promises.enter(number, month.toString(), value, task.userId());
			case "none" -> {
				// Nothing to compare.
			}
			default -> throw new InvalidInputException("figureOutcome", "Diga si hay cifra de ese mes.");
		}
		task.answer(isBroken(number, month) ? "broken" : "kept");
	}

	private boolean isBroken(CaseNumber number, YearMonth month) {
		PublicPromise promise = this.promises.get(number);
		Counted counted = this.promises.figure(promise, month);
		return counted.isKnown() && !promise.gauge().isMet(counted.value(), promise.threshold())
				&& !this.compare.isMended(number);
	}

}
