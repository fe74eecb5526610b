package dev.escala.help;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@EscalaTest
@DisplayName("The guide is read in the application")
class HelpPageTests {

	private static final String PASSWORD = "Una-clave-larga-9";

	@LocalServerPort
	private int port;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityService identity;

	private StaffClient reader;

	@BeforeEach
	void givenSomebody() {
		this.accounts.keep("hlp-reader", "Eva", "Sol", "eva@escala.example", PASSWORD, Role.LEGAL);
		this.reader = StaffClient.session(this.port, "hlp-reader", PASSWORD);
	}

	@AfterEach
	void removeThem() {
		this.identity.deleteUser("hlp-reader");
	}

	@Test
	@DisplayName("Every link in it leads somewhere, every picture is there, and its contents name every chapter")
	void links() {
		Map<String, Document> pages = new HashMap<>();
		Deque<String> left = new ArrayDeque<>(List.of("/ayuda"));
		int followed = 0;
		while (!left.isEmpty()) {
			String path = left.pop();
			if (pages.containsKey(path)) {
				continue;
			}
			Document page = page(path);
			pages.put(path, page);
			for (Element link : page.select("main a[href]")) {
				String target = URI.create("http://x" + path).resolve(link.attr("href")).getPath();
				if (target.startsWith("/ayuda/images/")) {
					assertThat(this.reader.send("GET", target).statusCode()).as(target).isEqualTo(200);
				}
				else if (!link.attr("href").startsWith("https://")) {
					left.push(target);
				}
			}
			for (Element image : page.select("main img")) {
				assertThat(image.attr("src")).startsWith("/ayuda/images/");
				assertThat(image.attr("alt")).as(image.toString()).isNotBlank();
			}
			assertThat(page.select("article [id]").eachAttr("id")).isNotEmpty().doesNotHaveDuplicates();
			assertThat(page.select(".toc.wide a").eachText()).isNotEmpty()
				.isEqualTo(page.select("article h2, article h3").eachText());
		}
		for (Map.Entry<String, Document> page : pages.entrySet()) {
			for (Element link : page.getValue().select("main a[href*=#]")) {
				URI target = URI.create("http://x" + page.getKey()).resolve(link.attr("href"));
				assertThat(pages.get(target.getPath()).getElementById(target.getFragment()))
					.as("%s in %s", link.attr("href"), page.getKey())
					.isNotNull();
				followed++;
			}
		}
		assertThat(pages.keySet()).containsExactlyInAnyOrder("/ayuda", "/ayuda/historias-de-plazos", "/ayuda/CHANGELOG",
				"/ayuda/modelling-guide", "/ayuda/guia-de-modelado");
		assertThat(followed).isGreaterThan(40);
		assertThat(pages.get("/ayuda").select("article img").size()).isGreaterThan(10);
		assertThat(pages.get("/ayuda").select("article table tr").size()).isGreaterThan(40);
	}

	@Test
	@DisplayName("Markup in a document stays text, what the application does not carry loses its link, a foreign picture is refused")
	void nothingForeign() {
		DocumentRenderer renderer = new DocumentRenderer("/here");

		RenderedDocument rendered = renderer
			.render("# Título\n\n## Uno\n\n<b>x</b> [código](../main/X.java) y [guía](guia.md#uno)\n\n## Uno\n");

		assertThat(rendered.title()).isEqualTo("Título");
		assertThat(rendered.html()).contains("&lt;b&gt;x", "código y <a href=\"/here/ayuda#uno\">guía</a>")
			.doesNotContain("X.java");
		assertThat(rendered.headings()).extracting("id").containsExactly("uno", "uno-1");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> renderer.render("# T\n\n![x](https://other.example/x.png)\n"));
	}

	@Test
	@DisplayName("Nothing but our pictures is served")
	void onlyPictures() {
		assertThat(this.reader.send("GET", "/ayuda/images/modules.puml").statusCode()).isEqualTo(404);
		assertThat(this.reader.send("GET", "/ayuda/images/..%2fguia.md").statusCode()).isIn(400, 404);
		assertThat(this.reader.send("GET", "/ayuda/operations").statusCode()).isEqualTo(404);
		assertThat(StaffClient.anonymous(this.port).send("GET", "/ayuda/images/promise.png").statusCode())
			.isEqualTo(401);
	}

	private Document page(String path) {
		HttpResponse<String> answer = this.reader.send("GET", path, "Accept", "text/html");
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return Jsoup.parse(answer.body());
	}

}
