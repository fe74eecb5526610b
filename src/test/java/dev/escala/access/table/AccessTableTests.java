package dev.escala.access.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.support.EscalaTest;
import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Every route that the application has is in the table, and nothing else is. */
@EscalaTest
@DisplayName("The table of access names every route")
class AccessTableTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private ServletContext servlets;

	private RegisteredRoutes registered;

	private final AccessTable table = AccessTable.standing();

	private final Coverage coverage = new Coverage(this.table);

	@BeforeEach
	void givenTheApplication() {
		this.registered = new RegisteredRoutes(this.context, this.servlets);
	}

	@Test
	@DisplayName("Spring's routes: our controllers, the actuator, the API's description")
	void spring() {
		Set<String> routes = this.registered.ofSpring();

		assertThat(routes).hasSizeGreaterThan(120)
			.contains("POST /api/escalations", "GET /actuator/prometheus", "GET /v3/api-docs.yaml", "GET /error");
		assertThat(this.coverage.missing(routes))
			.as("routes without a row: write them down in dev.escala.access.table, with their audience")
			.isEmpty();
	}

	@Test
	@DisplayName("The routes of the engine's REST API, at both doors, and of the web applications")
	void jaxRs() {
		Set<String> routes = this.registered.ofJaxRs();
		routes.removeIf((route) -> route.contains("/camunda/api/engine/engine/{name}/")
				&& routes.contains(route.replace("/camunda/api/engine/engine/{name}/", "/engine-rest/")));

		assertThat(routes).contains("POST /engine-rest/task/{id}/complete", "GET /camunda/api/engine/engine",
				"POST /camunda/api/admin/setup/{engine}/user/create",
				"POST /camunda/api/cockpit/plugin/base/{engine}/process-instance/{id}/called-process-instances");
		assertThat(routes.stream().filter((route) -> route.contains("/camunda/api/engine/engine/{name}/"))).isEmpty();
		assertThat(this.coverage.missing(routes))
			.as("doors of Camunda without a row: open or close them in dev.escala.access.table")
			.isEmpty();
	}

	@Test
	@DisplayName("No row outlives its route")
	void stale() {
		List<String> routes = new ArrayList<>(this.registered.ofSpring());
		routes.addAll(this.registered.ofJaxRs());
		// The demo's mailbox is not there in tests; the rest are files.
		// What the filters of the login answer.
		routes.addAll(List.of("POST /login", "POST /logout"));
		routes.addAll(List.of("GET /buzon", "GET /buzon/{id}", "GET /buzon/{id}/archivos/{index}",
				"GET /preguntar/preguntar.js", "GET /responder/responder.js", "GET /panel/panel.js",
				"GET /webjars/uplot/1.6.30/dist/uPlot.iife.min.js", "GET /webjars/uplot/1.6.30/dist/uPlot.min.css",
				"GET /login/login.js", "GET /camunda", "GET /camunda/", "GET /camunda/app/{file}",
				"GET /camunda/lib/{file}", "GET /camunda/assets/{file}", "GET /camunda/favicon.ico",
				"GET /camunda/api/engine/engine/", "GET /actuator/health/liveness", "GET /actuator/health/readiness"));

		assertThat(this.coverage.stale(routes)).isEmpty();
	}

	@Test
	@DisplayName("No other servlet serves anything")
	void servlets() {
		assertThat(new TreeSet<>(this.registered.servlets().values())).containsExactly("/", "/camunda/api/admin/*",
				"/camunda/api/cockpit/*", "/camunda/api/engine/*", "/camunda/api/tasklist/*", "/camunda/api/welcome/*",
				"/engine-rest/*");
	}

	@Test
	@DisplayName("A controller that somebody forgot to write down is found")
	void forgottenController() throws NoSuchMethodException {
		RequestMappingHandlerMapping mapping = this.context.getBean("requestMappingHandlerMapping",
				RequestMappingHandlerMapping.class);
		RequestMappingInfo info = RequestMappingInfo.paths("/api/forgotten/{id}")
			.methods(RequestMethod.DELETE)
			.options(mapping.getBuilderConfiguration())
			.build();
		mapping.registerMapping(info, new ForgottenController(), ForgottenController.class.getMethod("forgotten"));
		try {
			assertThat(this.coverage.missing(this.registered.ofSpring())).containsExactly("DELETE /api/forgotten/{id}");
		}
		finally {
			mapping.unregisterMapping(info);
		}
	}

	@Test
	@DisplayName("A row that is no route, or stands there twice, is refused when Escala starts")
	void mistakes() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Rows.of(Door.API).open(Audience.LOGGED_IN, "GTE /api/customers"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Rows.of(Door.API).open(Audience.LOGGED_IN, "GET api/customers"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Rows.of(Door.API).open(Audience.LOGGED_IN, "/api/customers"));
		assertThatIllegalArgumentException().isThrownBy(() -> Rows.of(Door.API).open(Audience.LOGGED_IN, "* /api/x"));
		List<Row> twice = Rows.of(Door.API)
			.open(Audience.LOGGED_IN, "GET /api/customers/{code}")
			.open(Audience.NOBODY, "GET /api/customers/{id}")
			.list();
		assertThatIllegalArgumentException().isThrownBy(() -> new AccessTable(twice))
			.withMessageContaining("Twice in the table of access");
	}

	/** Nobody wrote a row for it. */
	@Controller
	@RequestMapping("/api/forgotten")
	static class ForgottenController {

		@GetMapping
		public String forgotten() {
			return "x";
		}

	}

}
