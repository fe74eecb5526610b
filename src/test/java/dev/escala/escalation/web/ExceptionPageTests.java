package dev.escala.escalation.web;

import java.net.http.HttpResponse;

import dev.escala.customer.Customers;
import dev.escala.escalation.ExceptionRequest;
import dev.escala.escalation.course.Exceptions;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The exceptions of cases, beside the register of decisions")
class ExceptionPageTests {

	private static final UserId OWNER = new UserId("tecnologia");

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private Exceptions exceptions;

	@Autowired
	private MatterNotes notes;

	@Test
	@DisplayName("show what was granted or not, by whom and why (001-03, 001-07), to those who see the case")
	void list() {
		CaseApi api = new CaseApi(this.port, this.engine, this.customers);
		CaseNumber number = api.report("subject", "Excepcional");
		api.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		api.people.run(number, "serviceTask_announceEscalation");
		api.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		api.people.run(number, "serviceTask_sendMessage");
		this.exceptions.grant(number, OWNER,
				new ExceptionRequest(ExceptionRequest.Kind.MONEY, 40, "Una cuota <gratis>"), "Error nuestro.");
		this.notes.write(number, MatterNote.Kind.EXCEPTION_REQUEST, OWNER, "exceptionRequest",
				"Recursos: otra persona");
		this.notes.write(number, MatterNote.Kind.EXCEPTION_DECISION, new UserId("gerente"), "exceptionReason",
				Exceptions.decision(false, "Nadie está libre."));

		Document all = page("tecnologia", "?texto=" + number);
		Document refused = page("supervisor", "?estado=DENEGADAS&texto=NADIE+libre+" + "excepcional");

		assertThat(all.select(".mails .subject").eachText()).containsExactly("Recursos: otra persona",
				"Dinero, 40 €: Una cuota <gratis>");
		assertThat(all.select(".mails .told").eachText()).containsExactly("No se concede. Nadie está libre.",
				"Se concede dentro de su límite (hasta 100 €). Error nuestro.");
		assertThat(all.select(".tabs").text()).contains("Todas (2)", "Concedidas (1)", "No concedidas (1)");
		assertThat(refused.select(".mails a").eachAttr("href")).containsExactly("/casos/" + number);
		assertThat(page("api-lawyer", "?texto=" + number).text()).contains("Ninguna excepción coincide")
			.doesNotContain("gratis", "Todas (2)");
		assertThat(page("tecnologia", "?pagina=x&estado=%00&texto=nada+de+esto").text())
			.contains("Ninguna excepción coincide");
		assertThat(page("tecnologia", "/").select(".tabs a").eachAttr("href"))
			.contains("/decisiones/excepciones?texto=");
	}

	private Document page(String user, String query) {
		String address = query.startsWith("/") ? "/decisiones" : "/decisiones/excepciones" + query;
		HttpResponse<String> answer = StaffClient.basic(this.port, user, CaseDriver.PASSWORD).send("GET", address);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return Jsoup.parse(answer.body());
	}

}
