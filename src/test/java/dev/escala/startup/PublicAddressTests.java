package dev.escala.startup;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicAddressTests {

	@Test
	@DisplayName("Where nobody says otherwise, links in mails lead to the port that Escala listens on")
	void followsThePort() throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"))
			.forEach(environment.getPropertySources()::addLast);
		assertThat(environment.getProperty("escala.public-url")).isEqualTo("http://localhost:8080");

		environment.getPropertySources().addFirst(new MapPropertySource("port", Map.of("server.port", "9090")));

		assertThat(environment.getProperty("escala.public-url")).isEqualTo("http://localhost:9090");
	}

}
