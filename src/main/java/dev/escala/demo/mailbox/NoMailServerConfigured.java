package dev.escala.demo.mailbox;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Holds as long as there is no mail server. Asked together with
 * {@link dev.escala.demo.OnlyInDemo}: whoever brings a database of his own never gets a
 * mailbox that swallows his customers' mail.
 */
class NoMailServerConfigured implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return !StringUtils.hasText(context.getEnvironment().getProperty("spring.mail.host"));
	}

}
