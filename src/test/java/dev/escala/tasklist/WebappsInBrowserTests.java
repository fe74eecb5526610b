package dev.escala.tasklist;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import dev.escala.support.Browser;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Camunda's web applications in a real browser, by those who may open them: the table of
 * access leaves them every route that they ask for.
 */
@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Camunda's web applications find every door open that they need")
class WebappsInBrowserTests {

	/** What the engine itself refuses or does not have, as it does without a table. */
	private static final List<String> BY_THE_ENGINE = List.of("/identity/password-policy",
			"/task/report/candidate-group-count",
			// This task belongs to no case.
			"/card");

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	private Browser browser;

	private EveryFieldProcess process;

	@BeforeAll
	void givenWork() {
		this.browser = Browser.start();
		this.process = new EveryFieldProcess(this.engine);
		this.process.person("wabadmin", "Alba", "camunda-admin");
		this.process.person("wabowner", "Olga", "process-owners");
		this.process.person("wabana", "Ana", "agents");
		this.process.start("LOW", "wabana", "agents", null);
	}

	@AfterAll
	void leave() {
		if (this.process != null) {
			this.browser.close();
			this.process.close();
		}
	}

	@Test
	@DisplayName("Cockpit, for a process owner")
	void cockpit() {
		ProcessInstance instance = this.engine.getRuntimeService().createProcessInstanceQuery().list().get(0);
		String definition = instance.getProcessDefinitionId();
		walk("wabowner", "cockpit", "#/dashboard", "#/processes", "#/process-definition/" + definition + "/runtime",
				"#/process-instance/" + instance.getId() + "/runtime",
				"#/process-instance/" + instance.getId() + "/runtime?tab=user-tasks-tab", "#/decisions",
				"#/decision-definition/" + decision(), "#/tasks", "#/repository", "#/batch");
	}

	@Test
	@DisplayName("Admin, for an administrator")
	void admin() {
		walk("wabadmin", "admin", "#/users", "#/users/wabana?tab=groups", "#/groups/agents?tab=users", "#/tenants",
				"#/authorization?resource=0", "#/system?section=system-settings-execution-metrics", "#/user-create");
	}

	@Test
	@DisplayName("Welcome and Tasklist, for an agent")
	void staff() {
		walk("wabana", "welcome", "#!/welcome");
		walk("wabana", "tasklist", "#/?task="
				+ this.engine.getTaskService().createTaskQuery().taskAssignee("wabana").list().get(0).getId());
	}

	private String decision() {
		return this.engine.getRepositoryService().createDecisionDefinitionQuery().listPage(0, 1).get(0).getId();
	}

	/** Opens the pages one after the other. */
	private void walk(String user, String app, String... pages) {
		Set<String> asked = new TreeSet<>();
		List<String> refused = new ArrayList<>();
		try (BrowserContext visitor = this.browser.newContext("es-ES")) {
			Page page = visitor.newPage();
			String home = "http://127.0.0.1:" + this.port + "/camunda/app/" + app + "/default/";
			Browser.login(page, this.port, "/camunda/app/" + app + "/default/", user, EveryFieldProcess.PASSWORD);
			page.onResponse((answer) -> {
				String path = URI.create(answer.url()).getPath();
				if (path.contains("/api/")) {
					asked.add(answer.request().method() + " " + path);
					if (Set.of(401, 403, 404, 405).contains(answer.status())
							&& BY_THE_ENGINE.stream().noneMatch(path::endsWith)) {
						refused.add(user + " " + answer.status() + " " + answer.request().method() + " " + path);
					}
				}
			});
			for (String hash : pages) {
				page.navigate(home + hash);
				if (app.equals("tasklist")) {
					// It is never idle.
					page.reload();
					page.locator(".task-filter").first().waitFor();
					page.locator(".nav-tabs a").first().waitFor();
				}
				else {
					page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
				}
			}
			Browser.picture(page, "webapp-" + app + "-" + user);
		}
		assertThat(asked).isNotEmpty();
		assertThat(refused).isEmpty();
	}

}
