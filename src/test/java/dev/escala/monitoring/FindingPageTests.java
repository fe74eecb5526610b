package dev.escala.monitoring;

import java.time.Instant;
import java.util.List;

import dev.escala.clock.recalculation.Recalculations;
import dev.escala.clock.recalculation.Recalculations.Waiting;
import dev.escala.monitoring.SelfCheck.Trouble;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.IdentityService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("What stands still, on pages: the panel's figures lead there, and there one is led on")
class FindingPageTests {

	private static final CaseNumber WAITS = new CaseNumber("ESC-1998-000001");

	private static final CaseNumber FAILED = new CaseNumber("ESC-1998-000002");

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private FindingRepository findings;

	@Autowired
	private Recalculations recalculations;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private ApiClient supervisor;

	private ApiClient director;

	private ApiClient technician;

	@BeforeEach
	void givenTrouble() {
		this.jdbc.sql("DELETE FROM finding").update();
		// What other tests left is more than a page shows.
		this.jdbc.sql("DELETE FROM recalculation").update();
		this.supervisor = ApiClient.of(this.port, this.identity, "find-supervisor", "supervisors");
		this.director = ApiClient.of(this.port, this.identity, "find-director", "directors");
		this.technician = ApiClient.of(this.port, this.identity, "find-technician", "technology");
		find("unwatched-clocks", new Trouble(WAITS.value(), "El plazo <b>no</b> tiene temporizador."));
		find("inbound-mail", new Trouble("queue", "Hay correos sin decidir."), new Trouble("mailbox", "No responde."));
		this.findings.closeAllBut("inbound-mail", List.of("queue"), Instant.now());
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.recalculations.wantFailed(FAILED, "Se tomó el caso.", "El calendario no tiene horas.");
			this.recalculations.wantFailed(FAILED, "Cambió el nivel.", "El calendario sigue sin horas.");
			this.recalculations.wantFailed(WAITS, "Cambió el calendario.", "Se corrigió.");
		});
		// As after somebody mended it; not due yet, so that no job takes it from here.
		this.jdbc
			.sql("UPDATE recalculation SET failed_at = NULL, next_at = now() + interval '1 day' "
					+ "WHERE case_number = ?")
			.param(WAITS.value())
			.update();
	}

	@AfterEach
	void nothingLeft() {
		this.jdbc.sql("DELETE FROM finding").update();
		this.jdbc.sql("DELETE FROM recalculation WHERE case_number LIKE 'ESC-1998-%'").update();
	}

	@Test
	@DisplayName("Findings: what is wrong now, what is gone, by check; each with the page on which one goes on")
	void findings() {
		Document now = page(this.supervisor, "/hallazgos");

		assertThat(now.select(".items p").text())
			.contains("El plazo <b>no</b> tiene temporizador.", "Hay correos sin decidir.")
			.doesNotContain("No responde.");
		assertThat(now.select(".items .button").eachAttr("href")).containsExactlyInAnyOrder("/entrada",
				"/plazos?caso=" + WAITS);
		assertThat(now.select(".tabs a").eachText()).containsExactly("Ahora (2)", "Ya no ocurren (1)");
		Document gone = page(this.supervisor, "/hallazgos?estado=PASADOS&comprobacion=inbound-mail");
		assertThat(gone.select(".items p").text()).contains("No responde.");
		assertThat(gone.select(".items .button")).isEmpty();
		assertThat(page(this.supervisor, "/hallazgos?comprobacion=late-jobs").text()).contains("Nada que arreglar",
				"Ver todas las comprobaciones");
		assertThat(page(this.supervisor, "/hallazgos?estado=%00&comprobacion=nada&pagina=99").select(".items li"))
			.hasSize(2);
		assertThat(this.technician.get("/hallazgos", "Accept", "text/html").status()).isEqualTo(403);
	}

	@Test
	@DisplayName("Deadlines: each case once, failures first with their reason")
	void deadlines() {
		assertThat(this.recalculations.waiting(200)).extracting(Waiting::number).containsSubsequence(FAILED, WAITS);

		Document page = page(this.director, "/plazos");

		assertThat(page.select("main").text())
			.containsSubsequence(FAILED.value(), "Cambió el nivel.", "El calendario sigue sin horas.", WAITS.value(),
					"En cola")
			.doesNotContain("Se corrigió.");
		assertThat(page(this.supervisor, "/plazos?caso=" + WAITS).select("main form button").text())
			.isEqualTo("Reparar los temporizadores");
		assertThat(page(this.director, "/plazos?caso=" + WAITS).select("main form")).isEmpty();
		assertThat(this.technician.get("/plazos", "Accept", "text/html").status()).isEqualTo(403);
	}

	@Test
	@DisplayName("The panel's figures lead to both, and to no page that would refuse whoever reads them")
	void panel() {
		assertThat(link(this.supervisor, "hallazgos")).isEqualTo("/hallazgos");
		assertThat(link(this.director, "hallazgos")).isEmpty();
		assertThat(page(this.director, "/panel").select(".tiles li:contains(hallazgos) strong").text()).isEqualTo("2");
		assertThat(link(this.director, "recalcular")).isEqualTo("/plazos");
		assertThat(page(this.director, "/panel").select(".tiles li:contains(recalcular)").text())
			.isEqualTo(this.recalculations.waiting(200).size() + "casos con plazos por recalcular, "
					+ this.recalculations.progress().failed() + " con error");
	}

	private String link(ApiClient reader, String word) {
		return page(reader, "/panel").select(".tiles li:contains(" + word + ") a").attr("href");
	}

	private void find(String kind, Trouble... troubles) {
		this.findings.keep(kind, List.of(troubles), Instant.now());
	}

	private static Document page(ApiClient reader, String path) {
		ApiClient.Answer answer = reader.get(path, "Accept", "text/html");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return Jsoup.parse(answer.text());
	}

}
