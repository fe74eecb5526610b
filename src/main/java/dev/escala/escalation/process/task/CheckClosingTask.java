package dev.escala.escalation.process.task;

import java.util.List;
import java.util.Map;

import dev.escala.clock.ServiceClock;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.course.EndCase;
import dev.escala.escalation.course.OpenDetails;
import dev.escala.lessons.Lessons;
import dev.escala.owner.task.OwnersTask;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/** The owner checks that nothing is open and says what was learned (001-28, 001-34). */
@Component
class CheckClosingTask extends OwnersTask {

	private final EndCase end;

	private final Lessons lessons;

	private final OpenDetails open;

	CheckClosingTask(TaskFacts facts, EndCase end, Lessons lessons, OpenDetails open) {
		super("userTask_checkClosing", ServiceClock.CLOSING, facts.clocks(), facts.owner());
		this.end = end;
		this.lessons = lessons;
		this.open = open;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		List<Map<String, String>> items = this.open.settleable(scope.caseNumber())
			.stream()
			.map((detail) -> Map.of("value", String.valueOf(detail.id()), "label",
					detail.kind().label() + ": " + detail.text()))
			.toList();
		return Map.of("openItems", items);
	}

	@Override
	public void complete(CompletedTask task) {
		CaseNumber number = task.caseNumber();
		String summary = task.text("closingSummary");
		String lesson = task.text("lessonsLearned");
		Fields fields = new Fields();
		fields.required("closingSummary", "el resumen del cierre", summary, 4000);
		fields.required("lessonsLearned", "lo que se aprendió", lesson, 4000);
		fields.done();
		List<Long> settled = task.choices("settledItems").stream().map(Long::valueOf).toList();
		this.end.check(number, task.userId(), settled, summary, task.flag("rcaRequested"));
		this.lessons.add(number, lesson, task.userId());
	}

}
