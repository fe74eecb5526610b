package dev.escala.pursuit.taken;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.pursuit.StageKind;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Imports of sales in the browser and over HTTP")
class SaleImportPageTests extends SaleImportStory {

	@LocalServerPort
	private int port;

	@Test
	@DisplayName("Sent, chosen, confirmed and read as pages; the problems as a file; nothing of it for an agent")
	void pages() {
		StaffClient seller = StaffClient.session(this.port, SELLER, CaseDriver.PASSWORD);
		PageForms pages = new PageForms(seller);
		String company = company();
		Document list = pages.open("/ventas/importar");
		assertThat(list.select("label[for=file]").text()).isEqualTo("Fichero");
		String boundary = "xyz";
		var answer = seller.submit("POST", "/ventas/importar", "multipart/form-data; boundary=" + boundary,
				part("_csrf", list.select("input[name=_csrf]").attr("value"))
						+ part("file\"; filename=\"C:\\x\\negocios.csv",
								"Deal Name;Company Name;Deal Stage;Amount;Deal owner\nFibra;" + company
										+ ";Qualified To Buy;1.200;Nadie\n;;Qualified To Buy;1.300;Nadie\n=1+1;"
										+ company + ";Closed Lost;1.300;Nadie\n")
						+ "--" + boundary + "--\r\n",
				"Accept", "text/html");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		String path = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");

		Document preview = pages.open(path);
		assertThat(preview.select("h1").text()).isEqualTo("negocios.csv");
		assertThat(preview.text()).contains("HubSpot · 3 filas de oportunidades", "Antes hay que elegir", "«1.200»");
		assertThat(preview.select("form[action$=confirmar]")).isEmpty();
		assertThat(pages.send(preview, "#opciones", "amounts", "COMMA", "currency", "ZZZ").text())
			.contains("No se conoce la moneda «ZZZ»");
		assertThat(pages.status()).isEqualTo(400);
		Document chosen = pages.send(preview, "#opciones", "amounts", "COMMA");
		assertThat(chosen.text()).contains("1.200,00 EUR", "«Cotización solicitada»", "No se tomarían 2");
		Document running = pages.send(chosen, "form[action$=confirmar]");
		assertThat(running.select("progress").attr("aria-label")).isEqualTo("Cuánto se ha importado");
		this.worker.run();

		Document done = pages.open(path);
		assertThat(done.text()).contains("Terminada", "Nuevas 1", "No se tomaron 2", "Columna «Lección»");
		String csv = seller.send("GET", path + "/problemas.csv").body();
		assertThat(csv).startsWith("\uFEFF\"Línea\";\"Qué pasó\"").contains("\"3\";\"No se tomó\"").hasLineCount(3);
		assertThat(pages.open("/ventas/importar").text()).contains("negocios.csv");
		assertThat(new PageForms(StaffClient.session(this.port, "agente", CaseDriver.PASSWORD)).status(path))
			.isEqualTo(403);
	}

	@Test
	@DisplayName("What is won there is won here and begins no delivery, however many they are: the preview says so (002-15)")
	void won() {
		String first = company();
		String second = company();
		SaleImport sent = sent("Record ID;Deal Name;Company Name;Deal Stage;Amount\n" + UUID.randomUUID() + ";Uno;"
				+ first + ";Closed Won;900\n" + UUID.randomUUID() + ";Uno;" + second + ";Closed Won;12.000,50\n"
				+ UUID.randomUUID() + ";Tres;" + company() + ";Qualified To Buy;7\n");
		assertThat(sent.preview().expected()).isEqualTo(new ImportPreview.Expected(3, 0, 0, 0, 0, 2));
		assertThat(new PageForms(StaffClient.session(this.port, SELLER, CaseDriver.PASSWORD))
			.open("/ventas/importar/" + sent.id())
			.text()).contains("Ya ganadas allí 2: quedan ganadas y no empiezan ninguna entrega.");

		confirmed(sent);

		for (String company : List.of(first, second)) {
			assertThat(deal(company, "Uno").standing().kind()).isEqualTo(StageKind.WON);
			assertThat(this.people.left(deal(company, "Uno").number())).isEmpty();
		}
	}

	@Test
	@DisplayName("The same over HTTP; what is no export leaves nothing, and what is confirmed is not chosen any more")
	void api() {
		ApiClient seller = ApiClient.of(this.port, this.engine.getIdentityService(), "http-importer", "sales");
		String company = company();
		assertProblem(seller.postCsv("/api/pursuit-imports", "uno,dos,tres\n1,2,3\n".getBytes(StandardCharsets.UTF_8)),
				400, "file");
		assertProblem(seller.postCsv("/api/pursuit-imports", new byte[0]), 400, "file");
		Answer sent = seller
			.postCsv("/api/pursuit-imports",
					("Record ID,Deal Name,Company Name,Deal Stage,Amount\n7,Fibra," + company
							+ ",Qualified To Buy,\"1,200\"\n8,,,Qualified To Buy,5\n")
						.getBytes(StandardCharsets.UTF_8));
		assertThat(sent.status()).as(sent.text()).isEqualTo(201);
		String path = sent.header("Location");
		assertThat(sent.json().path("preview").path("system").asText()).isEqualTo("HUBSPOT");
		assertProblem(seller.post(path + "/confirmation", ""), 400, "amounts");
		assertProblem(seller.post(path + "/choices", "{\"amounts\":\"SEMICOLON\",\"zone\":\"Marte\"}"), 400, "zone");
		Answer chosen = seller.post(path + "/choices", "{\"amounts\":\"POINT\"}");
		assertThat(chosen.json().path("preview").path("expected").path("fresh").asInt()).as(chosen.text()).isEqualTo(1);
		assertThat(seller.post(path + "/confirmation", "").status()).isEqualTo(202);
		assertThat(seller.post(path + "/confirmation", "").json().path("status").asText()).isEqualTo("RUNNING");
		assertProblem(seller.post(path + "/choices", "{\"amounts\":\"COMMA\"}"), 409);
		this.worker.run();

		JsonNode done = seller.get(path).json();
		assertThat(done.path("status").asText()).isEqualTo("DONE");
		assertThat(done.path("counts").path("fresh").asInt()).isEqualTo(1);
		JsonNode problems = seller.get(path + "/problems").json();
		assertThat(problems.path("total").asInt()).isEqualTo(1);
		assertThat(problems.path("items").path(0).path("line").asInt()).isEqualTo(3);
		assertThat(deal(company, "Fibra").deal().amount()).isEqualByComparingTo("1200");
		assertProblem(seller.get("/api/pursuit-imports/999999999"), 404);
		assertThat(ApiClient.of(this.port, this.engine.getIdentityService(), "http-agent-imp", "agents")
			.get("/api/pursuit-imports")
			.status()).isEqualTo(403);
	}

	private static String part(String name, String value) {
		return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
	}

}
