package dev.escala;

import dev.escala.erasure.PersonCommand;
import dev.escala.modelgate.command.CheckCommand;

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
	 * Starts the application, or does one thing for whoever runs it and ends.
	 * @param args passed to Spring Boot; beginning with {@code check} a command about
	 * models, with {@code erase} or {@code export} one about a person
	 */
	public static void main(String[] args) {
		if (CheckCommand.isOne(args)) {
			System.exit(CheckCommand.start(args));
		}
		if (PersonCommand.isOne(args)) {
			System.exit(PersonCommand.start(EscalaApplication.class, args));
		}
		SpringApplication.run(EscalaApplication.class, args);
	}

}
