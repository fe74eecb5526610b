package dev.escala.notice.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.TaskClocks;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.notice.FirstNotice;
import dev.escala.notice.FirstNotices;
import dev.escala.notice.ReachCustomers;
import dev.escala.notice.ReachCustomers.Wanted;
import dev.escala.owner.MatterOwner;
import dev.escala.owner.task.OwnersTask;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/** Somebody reaches the customers whom the first notice did not (001-19). */
@Component
class ReachCustomersTask extends OwnersTask {

	private final FirstNotices notices;

	private final ReachCustomers reaching;

	ReachCustomersTask(TaskClocks clocks, MatterOwner owner, FirstNotices notices, ReachCustomers reaching) {
		super(NoticeProcess.TASK_REACH_CUSTOMERS, ServiceClock.FIRST_NOTICE, clocks, owner);
		this.notices = notices;
		this.reaching = reaching;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of("openNotices",
				this.notices.notices(scope.caseNumber())
					.stream()
					.filter((notice) -> notice.state().needsPerson())
					.map(ReachCustomersTask::choice)
					.toList());
	}

	private static Map<String, String> choice(FirstNotice notice) {
		String where = (notice.address() == null) ? "" : " a " + notice.address();
		return Map.of("value", String.valueOf(notice.id()), "label",
				notice.name() + ": " + Sentences.within(notice.state().label()) + where
						+ ((notice.reason() == null) ? "" : " (" + notice.reason() + ")"));
	}

	@Override
	public void complete(CompletedTask task) {
		List<Long> chosen = task.choices("pendingCustomers").stream().map(Long::valueOf).toList();
		String outcome = task.text("noticeOutcome");
		this.reaching.decide(task.caseNumber(), task.userId(),
				Wanted.of(chosen, (outcome == null) ? null : outcome.toUpperCase(Locale.ROOT), task.text("newAddress"),
						task.text("noticeReason")));
	}

}
