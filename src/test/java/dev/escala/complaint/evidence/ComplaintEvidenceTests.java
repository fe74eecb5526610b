package dev.escala.complaint.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.escala.access.Role;
import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.complaint.course.CompleteComplaint;
import dev.escala.complaint.decision.PointStory;
import dev.escala.complaint.remedy.Fault;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.StaffClient;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The whole of a complaint as one file, by which the company proves what it did")
class ComplaintEvidenceTests extends PointStory {

	private static final UserId SUPERVISOR = new UserId("supervisor");

	@Autowired
	private ComplaintEvidence evidence;

	@Autowired
	private CompleteComplaint completion;

	@Autowired
	private ComplaintTerms terms;

	@Test
	@DisplayName("Words, arrival, terms with their norms, what was missing, points, letter, proof, end; as PDF/A-2b (Ley 10/2025, arts. 4.7 and 13.4)")
	void whole() throws Exception {
		CaseNumber number = presented("door", "PHONE", "readBack", true, "recording", "llamada-7", "recordingConsent",
				true);
		this.people.run(number, "serviceTask_acknowledgeComplaint");
		this.completion.ask(number, AGENT, "missing", "La factura de noviembre, por favor.");
		CaseDriver.travel(Duration.ofDays(2));
		this.completion.received(number, UserId.CUSTOMER, "Aquí va la factura 🧾.");
		this.completion.goesOn(number);
		this.progress.accepted(number);
		this.progress.found(number, AGENT, Fault.OURS, "El cobro se lanzó dos veces.");
		rule(number, point(number, "Que me devuelvan el segundo cobro"), PointRuling.PARTLY,
				"Devolvemos 39,90 euros el jueves y no los gastos de su banco.");
		written(number, ComplaintOutcome.PARTLY);
		this.answers.answered(number, AGENT, "certificado CD-55");

		ComplaintEvidence.File file = this.evidence.take(number, SUPERVISOR);

		Files.createDirectories(Path.of("target", "evidence"));
		Files.write(Path.of("target", "evidence", file.name()), file.pdf());
		assertCompliant(file.pdf());
		assertThat(text(file.pdf()))
			.contains("Expediente de " + number, "Me han cobrado dos veces la cuota de noviembre.",
					"Llamé <tres> veces y nadie contestó.", "Que me devuelvan el segundo cobro.",
					"30/11/2026 10:00:00 +01:00", "Se le leyó y estuvo conforme", "llamada-7",
					"Permiso para grabar expreso", "Clave comunicada", "SHA-256 del justificante",
					"Norma que rige una reclamación", "versión", "La factura de noviembre, por favor.",
					"Último día para completarla", "Aquí va la factura [U+1F9FE RECEIPT].", "Punto 1",
					"aceptado en parte", "Ley 7/2017, art. 40.3", "Carta: la resolución",
					"Prueba de la salida certificado CD-55", "Agente Demostración (agente)", "Todo lo que pasó")
			.contains(this.terms.binding(number).orElseThrow().norm())
			.doesNotContain("null", "Quién tomó este expediente antes");
		assertThat(happened(number)).anyMatch((line) -> line.contains("SHA-256 " + file.sha256()));
		assertThat(text(this.evidence.take(number, SUPERVISOR).pdf())).contains("Quién tomó este expediente antes")
			.matches((text) -> text.replaceAll("\\s+", "").contains(file.sha256()));
	}

	@Test
	@DisplayName("From the page and over HTTP by those who lead only; who took it is written down")
	void taken() {
		CaseNumber number = presented();
		this.people.run(number, "serviceTask_acknowledgeComplaint");
		StaffClient supervisor = StaffClient.basic(this.port, SUPERVISOR.value(), CaseDriver.PASSWORD);
		String path = "/api/complaints/" + number + "/evidence";

		assertThat(supervisor.send("GET", "/reclamaciones/" + number).body()).contains("Expediente completo (PDF)",
				path);
		HttpResponse<String> answer = supervisor.send("GET", path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
		String tag = answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
		assertThat(happened(number)).anyMatch((line) -> line.contains(tag));

		assertThat(card(supervisor, number)).contains(path);

		StaffClient agent = StaffClient.basic(this.port, AGENT.value(), CaseDriver.PASSWORD);
		this.people.person("gestora", Role.COMPLAINT_HANDLERS);
		StaffClient handler = StaffClient.basic(this.port, "gestora", CaseDriver.PASSWORD);
		assertThat(card(handler, number)).contains("Lo que dice el cliente").doesNotContain(path);
		assertThat(agent.send("GET", "/reclamaciones/" + number).body()).doesNotContain(path);
		assertThat(agent.send("GET", path).statusCode()).isEqualTo(403);
		assertThat(supervisor.send("GET", "/api/complaints/QUE-2019-999999/evidence").statusCode()).isEqualTo(404);
		assertThat(this.jdbc
			.sql("SELECT count(*) FROM complaint_evidence WHERE case_number = ? AND made_by = 'supervisor'")
			.param(number.value())
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	private String card(StaffClient client, CaseNumber number) {
		String task = this.people.task(number, "userTask_classifyComplaint").getId();
		return client.send("GET", "/api/tasks/" + task + "/card").body();
	}

	private static void assertCompliant(byte[] file) throws Exception {
		VeraGreenfieldFoundryProvider.initialise();
		try (PDFAParser parser = Foundries.defaultInstance()
			.createParser(new ByteArrayInputStream(file), PDFAFlavour.PDFA_2_B);
				PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
			assertThat(validator.validate(parser).isCompliant()).isTrue();
		}
	}

	private static String text(byte[] file) throws IOException {
		try (PDDocument document = Loader.loadPDF(file)) {
			return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
		}
	}

}
