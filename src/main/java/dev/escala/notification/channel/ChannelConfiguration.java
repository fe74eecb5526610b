package dev.escala.notification.channel;

import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;

import dev.escala.access.Role;
import dev.escala.notification.Attachments;
import dev.escala.notification.Channel;
import dev.escala.notification.NotificationProperties;
import dev.escala.notification.ReturnPaths;
import dev.escala.notification.http.CheckedResolver;
import dev.escala.notification.http.PostClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Makes the channels out of what is configured. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(ChannelConfiguration.class);

	@Bean
	PostClient postClient(ChannelProperties properties) throws NoSuchAlgorithmException {
		return new PostClient(new CheckedResolver(properties.privateHosts()), SSLContext.getDefault(),
				properties.timeout());
	}

	@Bean
	Channels channels(ObjectProvider<JavaMailSender> mail, NotificationProperties notification, ReturnPaths returnPaths,
			Attachments attachments, ChannelProperties properties, PostClient client, Clock clock) {
		List<Sender> senders = new ArrayList<>();
		mail.stream()
			.filter(JavaMailSenderImpl.class::isInstance)
			.map(JavaMailSenderImpl.class::cast)
			.filter(ChannelConfiguration::isConfigured)
			.findFirst()
			.ifPresentOrElse(
					(found) -> senders.add(new Mailer(found, notification, returnPaths, attachments, clock,
							properties.mailConnections())),
					() -> logger
						.warn("No mail server is configured (spring.mail.host): messages are kept and none is sent."));
		List<Endpoint> endpoints = properties.read();
		endpoints.forEach((endpoint) -> {
			warnOfUnknownGroups(endpoint);
			senders.add((endpoint.channel() == Channel.SLACK) ? new SlackSender(endpoint, client, clock)
					: new WebhookSender(endpoint, client, clock));
		});
		return new Channels(senders, endpoints, clock);
	}

	@Bean
	RetrySchedule retrySchedule(ChannelProperties properties) {
		return new RetrySchedule(properties.retries(), Math::random);
	}

	/** A host that is set to nothing, as container files do, is no host; none is JNDI. */
	private static boolean isConfigured(JavaMailSenderImpl sender) {
		return sender.getHost() == null || !sender.getHost().isBlank();
	}

	/** Tables may name groups of the organisation's own, so this is no mistake yet. */
	private static void warnOfUnknownGroups(Endpoint endpoint) {
		Set<String> known = Arrays.stream(Role.values()).map(Role::groupId).collect(Collectors.toSet());
		endpoint.groups()
			.stream()
			.filter((group) -> !group.equals(Endpoint.ALL) && !known.contains(group))
			.forEach((group) -> logger.warn("Endpoint {} is for the group {}, which Escala does not know by itself.",
					endpoint.name(), group));
	}

}
