package dev.escala.access.frame;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The frame around every page")
class FrameTests {

	private static final String PASSWORD = "Una-clave-larga-9";

	private static final String[] BROWSER = { "Accept", "text/html" };

	@LocalServerPort
	private int port;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityService identity;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	private final Map<Role, StaffClient> sessions = new EnumMap<>(Role.class);

	@BeforeAll
	void givenEverybody() {
		for (Role role : Role.values()) {
			this.accounts.keep("frm-" + role.groupId(), "Luz", "Prado", "luz@escala.example", PASSWORD, role);
			this.sessions.put(role, StaffClient.session(this.port, "frm-" + role.groupId(), PASSWORD));
		}
	}

	@AfterAll
	void removeThem() {
		for (Role role : Role.values()) {
			this.identity.deleteUser("frm-" + role.groupId());
		}
	}

	@Test
	@DisplayName("No page has a value that is called like what the frame is given: it would read the frame's")
	void ownNames() throws IOException {
		try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
			assertThat(templates.filter((file) -> file.toString().endsWith(".html"))
				.filter((file) -> !Set.of("frame.html", "layout.html").contains(file.getFileName().toString())))
				.isNotEmpty()
				.allSatisfy((file) -> assertThat(Files.readString(file))
					.doesNotContainPattern("[$]\\{[^}]*(?<![.\\w'])(content|name|home|about)(?![\\w'(=])"));
		}
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	@DisplayName("The menu offers what the person may open, all of it and nothing else, on pages and in Tasklist")
	void menu(Role role) throws Exception {
		StaffClient person = this.sessions.get(role);
		List<String> open = new ArrayList<>();
		for (Place place : Place.values()) {
			HttpResponse<String> answer = person.send("GET", place.path(), BROWSER);
			if (answer.statusCode() == 200) {
				open.add(place.path());
			}
			else {
				assertThat(answer.statusCode()).as(place.path()).isIn(403, 404);
			}
		}
		JsonNode menu = new ObjectMapper().readTree(person.send("GET", "/api/menu").body());
		Document page = Jsoup.parse(person.send("GET", "/decisiones", BROWSER).body());

		assertThat(menu.path("entries").findValuesAsText("href")).isEqualTo(open);
		List<String> drawn = page.select("nav.wide a").eachAttr("href");
		drawn.addAll(page.select("details.person a").eachAttr("href"));
		assertThat(drawn).isEqualTo(open);
		assertThat(page.select("details.narrow a").eachAttr("href")).isEqualTo(open);
		assertThat(page.select("form[action=/casos]").isEmpty()).isEqualTo(!open.contains("/casos"));
		assertThat(menu.path("searchable").asBoolean()).isEqualTo(open.contains("/casos"));
		assertThat(page.select("nav.wide a[aria-current=page]").eachText()).containsExactly("Decisiones");
		assertThat(page.select("details.person > summary").text()).isEqualTo("Luz Prado");
	}

	@Test
	@DisplayName("Agents are offered tasks and questions, supervisors the messages, process owners Cockpit, administrators Admin")
	void byRole() throws Exception {
		assertThat(entries(Role.AGENTS)).contains("Tareas", "Preguntar", "Decisiones", "Ayuda", "De qué se me avisa")
			.doesNotContain("Mensajes", "Entrada", "Plantillas de mensajes", "Cockpit: procesos en marcha",
					"Admin: personas y grupos", "Buzón de la demostración");
		assertThat(entries(Role.SUPERVISORS)).contains("Mensajes", "Entrada", "Plantillas de mensajes")
			.doesNotContain("Cockpit: procesos en marcha");
		assertThat(entries(Role.PROCESS_OWNERS)).contains("Cockpit: procesos en marcha", "Plantillas de mensajes")
			.doesNotContain("Preguntar", "Admin: personas y grupos");
		assertThat(entries(Role.ADMINISTRATORS)).contains("Cockpit: procesos en marcha", "Admin: personas y grupos");
	}

	@ParameterizedTest
	@CsvSource({ "AGENTS, /camunda/app/tasklist/default/", "PROCESS_OWNERS, /panel/recorrido",
			"ADMINISTRATORS, /camunda/app/admin/default/" })
	@DisplayName("The bare address leads to where the role's work begins")
	void home(Role role, String begin) {
		HttpResponse<String> home = this.sessions.get(role).send("GET", "/", BROWSER);

		assertThat(home.statusCode()).isEqualTo(302);
		assertThat(home.headers().firstValue("Location").orElseThrow()).endsWith(":" + this.port + begin);
	}

	@Test
	@DisplayName("Leaders begin with the board where there is one, and with their tasks where there is none")
	void homeOfLeaders() throws Exception {
		String begin = entries(Role.MANAGERS).contains("Panel") ? "/panel" : "/camunda/app/tasklist/default/";

		assertThat(this.sessions.get(Role.MANAGERS).send("GET", "/", BROWSER).headers().firstValue("Location"))
			.hasValueSatisfying((place) -> assertThat(place).endsWith(begin));
	}

	@ParameterizedTest
	@CsvSource({ "/no-existe, 404, No existe", "/mensajes, 403, Sin permiso", "/camunda/nada, 404, No existe",
			"/decisiones/DEC-2020-999999, 404, No está", "/ayuda/nada, 404, No está",
			"/camunda/app/cockpit/default/, 403, Sin permiso" })
	@DisplayName("What is not there or not theirs is a page in the same frame that says where to go on")
	void refusals(String path, int status, String title) {
		HttpResponse<String> answer = this.sessions.get(Role.AGENTS).send("GET", path, BROWSER);

		assertThat(answer.statusCode()).isEqualTo(status);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select("main h1").text()).isEqualTo(title);
		assertThat(page.select("main a")).isNotEmpty();
		assertThat(page.select("nav.wide a").eachText()).contains("Tareas", "Ayuda");
		assertThat(page.select("html").attr("lang")).isEqualTo("es");
	}

	@Test
	@DisplayName("A mistake of ours is a page too: nothing of its inside, what to do, and the menu")
	void mistake() throws Exception {
		RequestMappingInfo info = RequestMappingInfo.paths("/ayuda/rota")
			.methods(RequestMethod.GET)
			.options(this.mapping.getBuilderConfiguration())
			.build();
		this.mapping.registerMapping(info, new Broken(), Broken.class.getMethod("broken"));
		try {
			HttpResponse<String> answer = this.sessions.get(Role.AGENTS).send("GET", "/ayuda/rota", BROWSER);

			assertThat(answer.statusCode()).isEqualTo(500);
			assertThat(answer.body()).contains("No se puede mostrar", "avise a Administración", "Luz Prado")
				.doesNotContain("secreto", "IllegalState", "\tat ");
		}
		finally {
			this.mapping.unregisterMapping(info);
		}
	}

	@Test
	@DisplayName("To a stranger the frame shows nothing but the name")
	void stranger() {
		Document page = Jsoup.parse(StaffClient.anonymous(this.port).send("GET", "/no-existe", BROWSER).body());

		assertThat(page.select("header a").eachText()).containsExactly("Escala");
		assertThat(page.select("header form, header nav")).isEmpty();
		assertThat(page.select("main a").eachAttr("href")).contains("/");
	}

	@Test
	@DisplayName("Camunda's notice of its editions is for administrators only")
	void notice() {
		String styles = "/camunda/app/cockpit/styles/user-styles.css?bust=7.24.0";

		assertThat(this.sessions.get(Role.PROCESS_OWNERS).send("GET", styles).body())
			.containsPattern("ce-eol-banner \\{ display: none");
		HttpResponse<String> forAdministrators = this.sessions.get(Role.ADMINISTRATORS).send("GET", styles);
		assertThat(forAdministrators.body()).doesNotContain("ce-eol-banner");
		assertThat(forAdministrators.headers().firstValue("Cache-Control")).hasValue("no-store");
	}

	private List<String> entries(Role role) throws Exception {
		return new ObjectMapper().readTree(this.sessions.get(role).send("GET", "/api/menu").body())
			.path("entries")
			.findValuesAsText("label");
	}

	/** A page that fails. */
	static class Broken {

		public String broken() {
			throw new IllegalStateException("secreto");
		}

	}

}
