package dev.escala.demo.mailbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;

/**
 * Neither a database nor a mail server is configured: Escala is being tried out. Whoever
 * brings a database of his own never gets a mailbox that swallows his customers' mail.
 */
class NoServersConfigured extends NoneNestedConditions {

	NoServersConfigured() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnProperty("spring.datasource.url")
	static class DatabaseConfigured {

	}

	@ConditionalOnProperty("spring.mail.host")
	static class MailServerConfigured {

	}

}
