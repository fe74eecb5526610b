package dev.escala.modelversion;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.escala.modelgate.RefusedKinds;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Process owners try files and put them in force on a page")
class UploadPageTests {

	private static final String PAGE = "/modelos/subir";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private RepositoryService repository;

	private StaffClient owner;

	@BeforeEach
	void givenAnOwner() {
		ApiClient.of(this.port, this.identity, "upload-owner", "process-owners");
		this.owner = StaffClient.basic(this.port, "upload-owner", CaseDriver.PASSWORD);
	}

	@AfterEach
	void asBefore() {
		this.identity.deleteUser("upload-owner");
		this.repository.createDecisionDefinitionQuery()
			.decisionDefinitionKey("smallTable")
			.list()
			.forEach((one) -> this.repository.deleteDeployment(one.getDeploymentId(), true));
	}

	@Test
	@DisplayName("What would enter is said and does not; with a reason it does, and the page leads there")
	void checkedThenDeployed() {
		Document checked = upload(sound(), "", false, 200);
		assertThat(checked.select("[role=status]").text()).contains("Entraría: no hay nada que corregir");
		assertThat(inForce()).isZero();

		Document unexplained = upload(sound(), " ", true, 400);
		assertThat(unexplained.select("[role=alert]").text()).contains("Falta el motivo");
		assertThat(inForce()).isZero();

		Document deployed = upload(sound(), "Las palabras de siempre", true, 200);
		assertThat(deployed.select("[role=status]").text()).contains("Ya están en vigor");
		assertThat(deployed.select("[role=status] a").attr("href")).contains("/modelos/vigentes/tabla/smallTable");
		assertThat(inForce()).isEqualTo(1);
	}

	@Test
	@DisplayName("What must be mended is listed with what was typed still there, and nothing changes")
	void refused() {
		Document refused = upload(sound().replace("<text>false</text>", "<text>true</text>"), "Con <prisa>", true, 400);

		assertThat(refused.select("[role=alert] li").text()).contains("small-table.dmn", "rule_no");
		assertThat(refused.select("[name=reason]").val()).isEqualTo("Con <prisa>");
		assertThat(inForce()).isZero();
		assertThat(upload("", "Nada", true, 400).select("[role=alert]").text()).contains("vacío");
	}

	private long inForce() {
		return this.repository.createDecisionDefinitionQuery().decisionDefinitionKey("smallTable").count();
	}

	private static String sound() {
		return new String(RefusedKinds.sound().get(2).content(), StandardCharsets.UTF_8);
	}

	private Document upload(String file, String reason, boolean deploy, int status) {
		Document form = Jsoup.parse(this.owner.send("GET", PAGE, "Accept", "text/html").body());
		StringBuilder body = new StringBuilder("--xyz\nContent-Disposition: form-data; name=\"files\"; "
				+ "filename=\"small-table.dmn\"\nContent-Type: application/octet-stream\n\n" + file);
		for (List<String> field : List.of(List.of("reason", reason), List.of("deploy", String.valueOf(deploy)),
				List.of("_csrf", form.select("[name=_csrf]").val()))) {
			body.append("\n--xyz\nContent-Disposition: form-data; name=\"" + field.get(0) + "\"\n\n" + field.get(1));
		}
		HttpResponse<String> answer = this.owner.submit("POST", PAGE, "multipart/form-data; boundary=xyz",
				body.append("\n--xyz--\n").toString().replace("\r\n", "\n").replace("\n", "\r\n"), "Accept",
				"text/html");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return Jsoup.parse(answer.body());
	}

}
