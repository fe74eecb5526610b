package dev.escala;

import java.util.TimeZone;

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
	 * Starts the application in UTC whatever the machine's zone, because the engine
	 * stores due dates without a zone: business zones live in our own code only.
	 * @param args passed to Spring Boot
	 */
	public static void main(String[] args) {
		TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
		SpringApplication.run(EscalaApplication.class, args);
	}

}
