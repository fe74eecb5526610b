package dev.escala.demo.mailbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.escala.demo.OnlyInDemo;
import jakarta.mail.MessagingException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Starts a mail server on loopback and has Escala send to it. */
@Configuration(proxyBeanMethods = false)
@OnlyInDemo
@Conditional(NoMailServerConfigured.class)
@EnableConfigurationProperties(MailProperties.class)
class MailboxConfiguration {

	private static final String LOOPBACK = "127.0.0.1";

	@Bean
	Mailbox mailbox(@Value("${escala.data-directory:data}") Path data, Clock clock) {
		return new Mailbox(data.resolve("mail"), clock);
	}

	@Bean(initMethod = "start", destroyMethod = "stop")
	GreenMail mailboxServer(Mailbox mailbox) {
		GreenMail server = new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP).dynamicPort());
		var users = server.getManagers().getUserManager();
		users.setMessageDeliveryHandler((message, address) -> new UserImpl(address.getEmail(), address.getEmail(), "",
				users.getImapHostManager()) {
			@Override
			public void deliver(MovingMessage arrived) {
				try {
					mailbox.keep(arrived.getMessage());
				}
				catch (MessagingException | IOException ex) {
					throw new IllegalStateException("The mail cannot be kept", ex);
				}
			}
		});
		return server;
	}

	@Bean
	JavaMailSender mailSender(GreenMail mailboxServer, MailProperties properties) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost(LOOPBACK);
		sender.setPort(mailboxServer.getSmtp().getPort());
		sender.setDefaultEncoding(properties.getDefaultEncoding().name());
		sender.getJavaMailProperties().putAll(properties.getProperties());
		return sender;
	}

}
