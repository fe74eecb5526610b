package dev.escala;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Escala. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class EscalaApplication {

	/**
	 * Starts the application.
	 * @param args passed to Spring Boot
	 */
	public static void main(String[] args) {
		SpringApplication.run(EscalaApplication.class, args);
	}

}
