package dev.escala.browser;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import dev.escala.support.CaseDriver;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;

/** The people of the demo, each logged in once for all stories. */
class DemoPeople {

	private final Browser browser;

	private final DemoServer server;

	private final CaseDriver driver;

	private final Map<String, TasklistUser> people = new HashMap<>();

	DemoPeople(Browser browser, DemoServer server) {
		this.browser = browser;
		this.server = server;
		this.driver = new CaseDriver(server.bean(ProcessEngine.class));
	}

	TasklistUser as(String user) {
		return this.people.computeIfAbsent(user, (name) -> new TasklistUser(this.browser, this.server, name));
	}

	/** Drives cases past what a story is not about, without a browser. */
	CaseDriver driver() {
		return this.driver;
	}

	/** Does a task without a browser, as soon as it is there. */
	void meanwhile(CaseNumber number, String user, String task, Map<String, Object> form) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(45))
			.until(() -> this.driver.tasks(number), (tasks) -> tasks.contains(task));
		this.driver.complete(number, user, task, form);
	}

}
