package dev.escala.inbound;

import dev.escala.inbound.mail.MailParser;
import dev.escala.inbound.mail.Ourselves;
import dev.escala.inbound.mail.ParsedMail;
import dev.escala.notification.NotificationProperties;

import org.springframework.stereotype.Component;

/** Reads mails, knowing who we are in them. */
@Component
class MailReader {

	private final Ourselves ourselves;

	MailReader(NotificationProperties properties) {
		this.ourselves = new Ourselves(properties.customerCare().mailFrom(), properties.organisationName());
	}

	Ourselves ourselves() {
		return this.ourselves;
	}

	/**
	 * @param cut whether the source is only the beginning of the mail
	 */
	ParsedMail read(byte[] source, boolean cut) {
		return MailParser.parse(source, cut, this.ourselves);
	}

}
