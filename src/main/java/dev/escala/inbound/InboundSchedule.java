package dev.escala.inbound;

import dev.escala.inbound.mailbox.MailboxPoller;
import jakarta.annotation.PreDestroy;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks into the mailbox from time to time, where one is configured, and treats what
 * came.
 */
@Component
@ConditionalOnProperty("escala.inbound.host")
class InboundSchedule {

	private final MailboxPoller poller;

	private final InboundProcessor processor;

	InboundSchedule(MailboxPoller poller, InboundProcessor processor) {
		this.poller = poller;
		this.processor = processor;
	}

	@Scheduled(fixedDelayString = "${escala.inbound.poll-interval:PT30S}")
	void fetch() {
		this.poller.poll();
	}

	/** Apart from fetching: a slow server holds up no mail that is here. */
	@Scheduled(fixedDelayString = "PT2S")
	void treat() {
		this.processor.run();
	}

	@PreDestroy
	void stop() {
		this.poller.stop();
	}

}
