package dev.escala.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The database that comes with Escala, and the narrow door in front of it. */
@Configuration(proxyBeanMethods = false)
@OnlyInDemo
class DemoConfiguration {

	@Bean
	DataFolder dataFolder(DemoProperties properties) {
		return DataFolder.take(properties.dataDirectory());
	}

	@Bean
	EmbeddedServer embeddedServer(DataFolder folder) {
		return EmbeddedServer.start(folder);
	}

	@Bean
	JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
		return new EmbeddedConnection(server.url(), server.password());
	}

	/** Well-known users have no business on a network: nothing overrides this. */
	@Bean
	WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> loopbackOnly() {
		return new LoopbackOnly();
	}

	/** Its components are named after what they implement. */
	private record EmbeddedConnection(String getJdbcUrl, String getPassword) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return EmbeddedServer.USER;
		}

	}

	private static final class LoopbackOnly
			implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>, Ordered {

		@Override
		public void customize(ConfigurableServletWebServerFactory factory) {
			try {
				factory.setAddress(InetAddress.getByName("127.0.0.1"));
			}
			catch (UnknownHostException ex) {
				throw new IllegalStateException(ex); // a literal address needs no name
														// service
			}
		}

		@Override
		public int getOrder() {
			return LOWEST_PRECEDENCE;
		}

	}

}
