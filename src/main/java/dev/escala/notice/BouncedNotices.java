package dev.escala.notice;

import dev.escala.notification.MessageBounced;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A first notice that the mail server took and that came back proves nothing any more
 * (001-19): its case looks again, in the transaction in which the message failed.
 */
@Component
class BouncedNotices {

	private final FirstNoticeRepository notices;

	BouncedNotices(FirstNoticeRepository notices) {
		this.notices = notices;
	}

	@EventListener
	void bounced(MessageBounced message) {
		this.notices.unsettle(message.id());
	}

}
