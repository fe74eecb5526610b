package dev.escala.support;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.icegreen.greenmail.util.GreenMail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One PostgreSQL server and one mail server for all tests of this machine; each
 * application context gets a database of its own.
 */
public class TestServices implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final EmbeddedPostgres POSTGRES = startPostgres();

	private static final GreenMail MAIL = startMail();

	private static int databases;

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues
			.of("spring.datasource.url=" + newDatabase(), "spring.datasource.username=postgres",
					"spring.datasource.password=postgres", "spring.mail.host=127.0.0.1",
					"spring.mail.port=" + MAIL.getSmtp().getPort())
			.applyTo(context);
	}

	/** The mail server that the application sends to. */
	public static GreenMail mail() {
		return MAIL;
	}

	/** Creates an empty database and returns its JDBC URL. */
	public static synchronized String newDatabase() {
		String name = "escala_test_" + (++databases);
		try (var connection = POSTGRES.getPostgresDatabase().getConnection();
				var statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		catch (java.sql.SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return POSTGRES.getJdbcUrl("postgres", name);
	}

	private static EmbeddedPostgres startPostgres() {
		try {
			EmbeddedPostgres postgres = EmbeddedPostgres.builder()
				.setServerConfig("fsync", "off")
				.setServerConfig("max_connections", "300")
				.setRegisterShutdownHook(false)
				.start();
			// After every application: one that stops without its database waits for it.
			SpringApplication.getShutdownHandlers().add(() -> close(postgres));
			return postgres;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void close(EmbeddedPostgres postgres) {
		try {
			postgres.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static GreenMail startMail() {
		GreenMail mail = new PromptMailServer();
		mail.start();
		return mail;
	}

}
