package dev.escala.advertised.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.advertised.ComparePromises;
import dev.escala.advertised.PublicPromise;
import dev.escala.advertised.PublicPromises;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.improvement.ImprovementKind;
import dev.escala.improvement.Improvements;
import dev.escala.improvement.SaidImprovement;
import dev.escala.measure.Answerers;
import dev.escala.measure.MonthNames;
import dev.escala.staffing.PersonSearch;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * A promise was not kept: whoever answers for it mends the promise or the work (004-39).
 */
@Component
class MendPromiseTask extends OwnerTask {

	private final PublicPromises promises;

	private final Improvements improvements;

	private final PersonSearch search;

	MendPromiseTask(PublicPromises promises, Improvements improvements, PersonSearch search, Answerers answerers) {
		super(PublicPromiseProcess.TASK_MEND, promises, answerers);
		this.promises = promises;
		this.improvements = improvements;
		this.search = search;
	}

	@Override
	public String why(TaskScope scope) {
		return "En " + MonthNames.within(month(scope)) + " no se cumplió la promesa " + scope.caseNumber()
				+ ", y de ella responde " + this.search.name(promise(scope).owner()) + ".";
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		PublicPromise promise = promise(scope);
		List<Map<String, String>> people = this.search.choices();
		Map<String, Object> data = new HashMap<>();
		data.put("promiseCompared",
				ComparePromises.sentence(promise, month(scope), this.promises.figure(promise, month(scope))));
		data.put("promisePlace", promise.place());
		data.put("mendText", promise.text());
		data.put("mendThreshold", promise.threshold().stripTrailingZeros().toPlainString().replace('.', ','));
		data.put("staff", people);
		return data;
	}

	/** Every field is read, also those that the choice hides: none stays behind. */
	@Override
	public void complete(CompletedTask task) {
		String how = String.valueOf(task.text("mendHow"));
		String text = task.text("mendText");
		String threshold = task.text("mendThreshold");
		String note = task.text("mendNote");
		String action = task.text("newAction");
		String owner = task.text("actionOwner");
		String dueOn = task.text("actionDueOn");
		switch (how) {
			case "change" -> this.promises.promiseElse(task.caseNumber(), text, threshold, note, task.userId());
			case "improve" -> this.improvements.begin(new SaidImprovement(ImprovementKind.PUBLIC_PROMISE.name(), action,
					note, owner, dueOn, null, task.caseNumber()), task.userId());
			case "withdraw" -> this.promises.withdrawByTask(task.caseNumber(), note, task.userId());
			default -> throw new InvalidInputException("mendHow",
					"Diga si se cambia la promesa, se mejora el trabajo o se retira la promesa.");
		}
	}

}
