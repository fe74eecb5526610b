package dev.escala.notice;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.escala.notice.FirstNotice.State;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Looks whether mails with first notices arrived or failed, and settles their cases, each
 * in a transaction of its own. What it finds is in the database alone: it can stop at any
 * line, and any number of nodes may run it at once.
 */
@Component
public class FirstNoticeSweep {

	private static final Logger logger = LoggerFactory.getLogger(FirstNoticeSweep.class);

	private static final int BATCH = 500;

	private final FirstNoticeRepository repository;

	private final Outbox outbox;

	private final FirstNotices notices;

	FirstNoticeSweep(FirstNoticeRepository repository, Outbox outbox, FirstNotices notices) {
		this.repository = repository;
		this.outbox = outbox;
		this.notices = notices;
	}

	/** Settles each case in which a notice moved. */
	public void run() {
		Map<FirstNotice, CaseNumber> some;
		long after = 0;
		do {
			some = this.repository.moving(after, BATCH);
			moved(some).forEach(this::settle);
			after = some.keySet().stream().map(FirstNotice::id).max(Comparator.naturalOrder()).orElse(after);
		}
		while (some.size() == BATCH);
	}

	private Set<CaseNumber> moved(Map<FirstNotice, CaseNumber> some) {
		List<Long> ids = some.keySet().stream().map(FirstNotice::messageId).filter(Objects::nonNull).toList();
		Map<Long, OutboxMessage> messages = this.outbox.find(ids);
		Set<CaseNumber> cases = new LinkedHashSet<>();
		some.forEach((notice, number) -> {
			OutboxMessage message = messages.get(notice.messageId());
			boolean moves = notice.state() == State.PENDING || notice.state() == State.FAILED;
			if (!notice.settled() || moves && FirstNotices.state(message) != notice.state()) {
				cases.add(number);
			}
		});
		return cases;
	}

	private void settle(CaseNumber number) {
		try {
			this.notices.settle(number);
		}
		catch (RuntimeException ex) {
			// Rolled back; the next run tries again.
			logger.warn("The first notices of {} could not be settled", number, ex);
		}
	}

}
