package dev.escala.demo;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the demo where to go, and as whom. */
@Component
@OnlyInDemo
class Welcome {

	private final Environment environment;

	private final DemoPassword password;

	Welcome(Environment environment, DemoPassword password) {
		this.environment = environment;
		this.password = password;
	}

	@EventListener(ApplicationReadyEvent.class)
	void print() {
		System.out.println(text(this.environment.getProperty("local.server.port"), this.password.value()));
	}

	static String text(String port, String password) {
		String base = "http://localhost:" + port;
		StringBuilder text = new StringBuilder("\nEscala is ready.\n\n");
		text.append("  Tasklist   ").append(base).append("/camunda/app/tasklist/default/\n");
		text.append("  Mailbox    ").append(base).append("/buzon\n");
		text.append("  Messages   ").append(base).append("/mensajes\n");
		text.append("  API        ").append(base).append("/v3/api-docs\n\n");
		for (DemoPerson person : DemoPerson.values()) {
			text.append("  %-12s %s%n".formatted(person.id(), person.function()));
		}
		return text.append("\n  Password of all: ").append(password).append("\n").toString();
	}

}
