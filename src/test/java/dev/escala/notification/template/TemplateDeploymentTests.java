package dev.escala.notification.template;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.notification.Message;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Templates that a process owner changes by deployment. */
@EscalaTest
@DisplayName("Templates for customers are changed by deploying them")
class TemplateDeploymentTests {

	private static final Locale SPANISH = Locale.forLanguageTag("es");

	private static final String TEXT = "[(${number})] · Novedades\nBuenas, [(${recipientName})]:\n[# th:if=\"${message}\"][(${message})][/]\n";

	@LocalServerPort
	private int port;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private IdentityService identity;

	@Autowired
	private MailTemplates templates;

	private final List<String> deployments = new ArrayList<>();

	@BeforeEach
	void people() throws Exception {
		ApiClient.of(this.port, this.identity, "tpl-admin", "camunda-admin");
		ApiClient.of(this.port, this.identity, "tpl-owner", "process-owners");
		ApiClient.of(this.port, this.identity, "tpl-agent", "agents");
	}

	@AfterEach
	void nothingDeployed() {
		this.deployments.forEach((id) -> this.repository.deleteDeployment(id, true));
		List.of("tpl-admin", "tpl-owner", "tpl-agent").forEach(this.identity::deleteUser);
	}

	@Test
	@DisplayName("The newest deployed file counts from the next mail on; deleting it brings the one before back")
	void newestWins() {
		String product = text("customer-update", SPANISH);
		deploy("mail/customer-update.txt", TEXT);
		assertThat(text("customer-update", SPANISH)).startsWith("Buenas, Ana:").contains("Hola\nAdiós");
		assertThat(text("customer-update", Locale.ENGLISH)).startsWith("Hello Ana,");
		String second = deploy("customer-update.txt", TEXT.replace("Buenas", "Saludos"));
		assertThat(text("customer-update", SPANISH)).startsWith("Saludos, Ana:");
		assertThat(render("customer-update", SPANISH).subject()).isEqualTo("ESC-2026-000007 · Novedades");

		this.repository.deleteDeployment(second, true);
		this.deployments.remove(second);

		assertThat(text("customer-update", SPANISH)).startsWith("Buenas, Ana:");
		this.repository.deleteDeployment(this.deployments.remove(0), true);
		assertThat(text("customer-update", SPANISH)).isEqualTo(product);
	}

	@Test
	@DisplayName("HTML keeps the product's layout around it, and values stay text")
	void html() {
		deploy("customer-update.html",
				TemplateSources.product("templates/mail/customer-update.html").replace("Así va su caso", "Novedades"));

		String html = this.templates
			.render(new Message(new CaseNumber("ESC-2026-000007"), "x", "Ana", "ana@acme.example", "customer-update",
					SPANISH, Map.of("message", "<b>[[${number}]]</b>")))
			.html();

		assertThat(html).startsWith("<!DOCTYPE html>")
			.contains(">Novedades</h1>", "&lt;b&gt;[[${number}]]&lt;/b&gt;",
					"Este correo trata del caso ESC-2026-000007")
			.doesNotContain(" th:", "Así va");
	}

	@Test
	@DisplayName("HTML may have a footer of its own, as templates that were deployed earlier do")
	void ownFooter() {
		deploy("customer-update.html",
				TemplateSources.product("templates/mail/customer-update.html")
					.replace("~{mail/layout :: footer}", "~{::footer}")
					.replace("</body>", "<p th:fragment=\"footer\">Nuestro pie de [[${number}]]</p></body>"));

		assertThat(this.templates
			.render(new Message(new CaseNumber("ESC-2026-000007"), "x", "Ana", "ana@acme.example", "customer-update",
					SPANISH, Map.of()))
			.html()).contains("Nuestro pie de ESC-2026-000007").doesNotContain("Este correo trata");
	}

	@Test
	@DisplayName("Every template of the product could be deployed as it is")
	void productPassesItsOwnRules() {
		for (String name : TemplateCatalogue.NAMES) {
			for (String form : List.of(".html", ".txt", "_en.html", "_en.txt")) {
				deploy(name + form, TemplateSources.product("templates/mail/" + name + form));
			}
		}
	}

	@ParameterizedTest(name = "{0}: {2}")
	@DisplayName("What nobody knows, cannot be read or would run code is refused with file, line and what is better")
	@CsvSource(delimiter = '|',
			textBlock = """
					customer-update.txt | Asunto~Hola, [(${recipientNam})] | línea 2: no existe el campo «recipientNam»; ¿quería decir «recipientName»?
					customer-update.txt | Asunto~[(${T(java.lang.Runtime).getRuntime()})] | línea 2
					customer-update.txt | Asunto~[(${number.getClass()})] | línea 2
					customer-update.txt | Asunto~[(${@environment})] | línea 2
					customer-update.txt | Asunto~[(__${number}__)] | línea 2
					customer-update.txt | Asunto~[[${number}]] | línea 2
					customer-update.txt | Asunto~~[# th:utext="${number}"][/] | línea 3
					customer-update.txt | Asunto~[# th:insert="~{tracking/link}"][/] | línea 2
					customer-update.txt | Asunto~/*[# th:text="${number}"]*/ | línea 2
					customer-update.txt | Asunto~[# th:if="${message}"] sin cerrar | no se puede leer
					customer-update.txt | Solo el asunto | línea 2: falta el texto
					customer-update.html | <p th:text="${customr}">x</p> | línea 1: no existe el campo «customr»; ¿quería decir «customer»?
					customer-update.html | <p>~[[${T(java.lang.Runtime)}]]</p> | línea 2
					customer-update.html | <p th:utext="${message}">x</p> | línea 1
					customer-update.html | <p data-th-utext="${message}">x</p> | línea 1
					customer-update.html | <p>[(${message})]</p> | línea 1
					customer-update.html | <p th:text="__${message}__">x</p> | línea 1
					customer-update.html | <p th:text="&#36;{T(java.lang.Runtime)}">x</p> | línea 1
					customer-update.html | <p th:replace="~{tracking/case :: x}">x</p> | línea 1
					customer-update.html | <p th:insert="~{mail/layout}">x</p> | línea 1
					customer-update.html | <p th:replace="~{mail/layout :: internal}">x</p> | línea 1
					customer-update.html | <!--/*/ <p th:text="${x}">x</p> /*/--> | línea 1
					customer-update.html | <!-- [[${T(java.lang.Runtime)}]] --> | línea 1
					customer-update.html | <script>alert(1)</script> | línea 1
					customer-update.html | <img src="x" onerror="alert(1)"/> | línea 1
					customer-update.html | <a href="javascript:alert(1)">x</a> | línea 1
					customer-update.html | <p th:each="l : ${lines.of(mesage)}" th:text="${l}">x</p> | no existe el campo «mesage»
					customer-updte.txt | Asunto~Texto | ¿quería decir «customer-update»?
					internal-breach.txt | Asunto~Texto | no es de una plantilla para clientes
					mail/other.html | <p>x</p> | no es de una plantilla para clientes
					""")
	void refused(String file, String content, String sentence) {
		assertThatThrownBy(() -> deploy(file, content.replace('~', '\n'))).isInstanceOf(ProcessEngineException.class)
			.hasMessageContaining("Plantilla " + file)
			.hasMessageContaining(sentence);
		assertThat(this.repository.createDeploymentQuery().deploymentName("plantillas").count()).isZero();
	}

	@Test
	@DisplayName("A file that is not UTF-8 is refused; other files of a deployment are none of our business")
	void otherFiles() {
		assertThatThrownBy(() -> this.repository.createDeployment()
			.name("plantillas")
			.addInputStream("customer-update.txt",
					new java.io.ByteArrayInputStream("Asunto\nAdiós".getBytes(StandardCharsets.ISO_8859_1)))
			.deploy()).hasMessageContaining("UTF-8");
		deploy("notas.txt", "[(${T(java.lang.Runtime)})]");
	}

	@Test
	@DisplayName("Over HTTP the refusal is a bad request with the sentence, and an agent deploys nothing")
	void overHttp() {
		HttpResponse<String> wrong = multipart("tpl-admin", "customer-update.txt", "Asunto\nHola, [(${recipientNam})]");
		assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(400);
		assertThat(wrong.body()).contains("Plantilla customer-update.txt, línea 2", "recipientName");
		assertThat(multipart("tpl-agent", "customer-update.txt", TEXT).statusCode()).isEqualTo(403);
		HttpResponse<String> right = multipart("tpl-admin", "customer-update.txt", TEXT);
		assertThat(right.statusCode()).as(right.body()).isEqualTo(200);
		this.deployments
			.add(this.repository.createDeploymentQuery().deploymentName("plantillas").singleResult().getId());

		assertThat(text("customer-update", SPANISH)).startsWith("Buenas, Ana:");
		String page = as("tpl-owner").send("GET", "/plantillas/customer-update").body();
		assertThat(page).contains("por <span>tpl-admin</span>", "«<span>plantillas</span>»", "Buenas, Ana Ruiz:");
	}

	@Test
	@DisplayName("The page lists the templates, shows them with an example, and checks a text without deploying it")
	void page() {
		StaffClient owner = as("tpl-owner");

		assertThat(owner.send("GET", "/plantillas").body()).contains("Cómo va su caso", "Del producto",
				"nextUpdateText", "Cuándo volverá a tener noticias");
		assertThat(owner.send("GET", "/plantillas/customer-update?idioma=en").body()).contains("Hello Jo Reed,",
				"Your invoice arrives tomorrow.", "Hello[# th:if=&quot;${recipientName != null}&quot;]");
		assertThat(owner.send("GET", "/plantillas/customer-update?caso=ESC-1").statusCode()).isEqualTo(400);
		assertThat(owner.send("GET", "/plantillas/customer-nothing").statusCode()).isEqualTo(404);
		assertThat(as("tpl-agent").send("GET", "/plantillas").statusCode()).isEqualTo(403);
		assertThat(StaffClient.anonymous(this.port).send("GET", "/plantillas").statusCode()).isEqualTo(401);
		assertThat(post(owner, "forma=.txt&texto=Asunto%0AHola%2C+%5B%28%24%7BrecipientNam%7D%29%5D").body())
			.contains("línea 2: no existe el campo «recipientNam»")
			.as("what was typed is still there")
			.containsPattern("<textarea [^>]*>Asunto\nHola, \\[\\(\\$\\{recipientNam}\\)]</textarea>");
		HttpResponse<String> fine = post(owner,
				"forma=.txt&texto=Asunto%0ABuenas%2C+%5B%28%24%7BrecipientName%7D%29%5D");
		assertThat(fine.statusCode()).isEqualTo(200);
		assertThat(fine.body()).contains("Se puede desplegar", "Buenas, Ana Ruiz");
		assertThat(text("customer-update", SPANISH)).startsWith("Hola, Ana:");
		assertThat(owner.submit("POST", "/plantillas/customer-update", "application/x-www-form-urlencoded", "texto=x")
			.statusCode()).as("without the token of the page").isEqualTo(403);
	}

	private HttpResponse<String> post(StaffClient client, String body) {
		return client.submit("POST", "/plantillas/customer-update", "application/x-www-form-urlencoded", body,
				"X-ESCALA-XSRF-TOKEN", client.cookie("ESCALA-XSRF-TOKEN").orElseThrow());
	}

	private StaffClient as(String user) {
		return StaffClient.basic(this.port, user, "correct-Horse-7-battery");
	}

	private HttpResponse<String> multipart(String user, String file, String content) {
		String body = "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nplantillas\r\n--x\r\n"
				+ "Content-Disposition: form-data; name=\"data\"; filename=\"" + file
				+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--x--\r\n";
		return as(user).submit("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=x", body);
	}

	private String deploy(String file, String content) {
		Deployment deployment = this.repository.createDeployment().name("plantillas").addString(file, content).deploy();
		this.deployments.add(deployment.getId());
		return deployment.getId();
	}

	private String text(String template, Locale locale) {
		return render(template, locale).text();
	}

	private MailTemplates.Rendered render(String template, Locale locale) {
		return this.templates.render(new Message(new CaseNumber("ESC-2026-000007"), "x", "Ana", "ana@acme.example",
				template, locale, Map.of("message", "Hola\nAdiós")));
	}

}
