package dev.escala.notice;

import java.util.concurrent.atomic.AtomicBoolean;

import dev.escala.notification.channel.MessageSent;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Settles first notices when one has left on this node, and every two seconds. Switched
 * off by {@code escala.first-notice.enabled}, for tests, which do it themselves, and for
 * nodes that shall not.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.first-notice.enabled", matchIfMissing = true)
class FirstNoticeSchedule {

	private final FirstNoticeSweep sweep;

	private final TaskScheduler threads;

	/** Whether a look waits for its thread: one is enough for all that left before it. */
	private final AtomicBoolean asked = new AtomicBoolean();

	FirstNoticeSchedule(FirstNoticeSweep sweep, TaskScheduler threads) {
		this.sweep = sweep;
		this.threads = threads;
	}

	@EventListener
	void sent(MessageSent message) {
		if (message.step().equals(CustomerNotices.ANNOUNCEMENT) && this.asked.compareAndSet(false, true)) {
			this.threads.schedule(this::look, this.threads.getClock().instant());
		}
	}

	private void look() {
		this.asked.set(false);
		this.sweep.run();
	}

	@Scheduled(fixedDelayString = "PT2S")
	void run() {
		this.sweep.run();
	}

}
