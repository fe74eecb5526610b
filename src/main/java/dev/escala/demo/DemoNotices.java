package dev.escala.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import dev.escala.notice.FirstNotice;
import dev.escala.notice.FirstNotices;
import dev.escala.notice.ReachCustomers;
import dev.escala.notice.ReachCustomers.Wanted;
import dev.escala.notification.channel.Dispatcher;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/**
 * Has the first notices of a demo case sent before it goes on: its phase waits for them.
 * Another thread may just be sending one; and where no mail gets out, the customers of
 * the demo were told by phone.
 */
@Component
@OnlyInDemo
class DemoNotices {

	private static final int ROUNDS = 100;

	private static final long BETWEEN = Duration.ofMillis(50).toNanos();

	private final Dispatcher dispatcher;

	private final FirstNotices notices;

	private final ReachCustomers reaching;

	DemoNotices(Dispatcher dispatcher, FirstNotices notices, ReachCustomers reaching) {
		this.dispatcher = dispatcher;
		this.notices = notices;
		this.reaching = reaching;
	}

	void tell(CaseNumber number, UserId user) {
		for (int round = 0; round < ROUNDS && !this.notices.prove(number); round++) {
			this.dispatcher.run();
			LockSupport.parkNanos(BETWEEN);
		}
		List<Long> open = this.notices.notices(number)
			.stream()
			.filter((notice) -> notice.state().isOpen())
			.map(FirstNotice::id)
			.toList();
		if (!open.isEmpty()) {
			this.reaching.decide(number, user, Wanted.of(open, "TOLD", null, "Se le avisó por teléfono."));
		}
		this.notices.settle(number);
	}

}
