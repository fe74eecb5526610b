package dev.escala.complaint.information;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.escala.clock.count.Counting;
import dev.escala.complaint.information.AnswerTimes.AnswerTime;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.complaint.regime.LegalDeadlines;
import dev.escala.complaint.regime.Regimes;
import dev.escala.complaint.regime.Sector;
import dev.escala.support.Browser;
import dev.escala.support.EscalaTest;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@EscalaTest
@DisplayName("What anybody reads before they complain (Ley 10/2025, art. 5)")
class InformationPageTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Regimes regimes;

	@Autowired
	private LegalDeadlines deadlines;

	@Autowired
	private Clock clock;

	@Test
	@DisplayName("Ways, hours, proof, times, answer and bodies in Spanish and English; linked from both public pages, no word of the closed platform")
	void told() {
		StaffClient visitor = StaffClient.anonymous(this.port);
		HttpResponse<String> spanish = visitor.send("GET", "/reclamar/informacion", "Accept-Language", "es");

		assertThat(spanish.statusCode()).isEqualTo(200);
		assertThat(spanish.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(PageForms.withoutTokens(spanish.body()))
			.contains("<html lang=\"es\"", "Por dónde puede reclamar", "href=\"/reclamar?lang=es\"",
					"href=\"/seguimiento?lang=es\"", "Lunes a viernes", "9:00–18:00", "15 días naturales",
					"Según RDL 1/2007, art. 21.3", "Junta Arbitral de Consumo", "consumo.gob.es",
					"No estamos adheridos a su procedimiento.", "en el idioma en que la presentó")
			.doesNotContain("??", "null", "<script", "ec.europa.eu", "ODR", "{0}");
		assertThat(PageForms.withoutTokens(visitor.send("GET", "/reclamar/informacion?lang=en").body()))
			.contains("<html lang=\"en\"", "Monday to Friday", "15 calendar days", "We do not take part")
			.doesNotContain("??", "null", "ODR");
		for (String page : new String[] { "/reclamar", "/seguimiento" }) {
			assertThat(visitor.send("GET", page).body()).contains("href=\"/reclamar/informacion?lang=");
		}
	}

	@Test
	@DisplayName("The times are those of the tables, for whatever the organisation sells")
	void times() {
		assertThat(times(Sector.WATER, false)).extracting(AnswerTime::number, AnswerTime::counting, AnswerTime::topics)
			.startsWith(tuple(2, Counting.ELAPSED, List.of(ComplaintTopic.OUTAGE)),
					tuple(5, Counting.CALENDAR_DAYS, List.of(ComplaintTopic.BILLING)))
			.hasSize(3);
		assertThat(times(Sector.TELECOM, false)).extracting(AnswerTime::counting).contains(Counting.MONTHS);
		assertThat(times(Sector.FINANCE, true)).extracting(AnswerTime::number, AnswerTime::counting)
			.contains(tuple(15, Counting.WORKING_DAYS), tuple(1, Counting.MONTHS));
		assertThat(times(Sector.ELECTRICITY, true)).filteredOn((time) -> time.small() != null)
			.extracting(AnswerTime::number, AnswerTime::small)
			.contains(tuple(5, true), tuple(15, false));
		assertThat(times(Sector.OTHER, true)).filteredOn((time) -> time.topics().contains(ComplaintTopic.BILLING))
			.singleElement()
			.extracting(AnswerTime::norm)
			.isEqualTo("Ley 10/2025, art. 17.3");
	}

	@Test
	@DisplayName("Everybody can read it, on a phone too: axe finds nothing, and nothing is wider than the screen")
	void accessible() {
		try (Browser browser = Browser.start()) {
			for (String locale : new String[] { "es-ES", "en-GB" }) {
				try (BrowserContext visitor = browser.newPhone(locale)) {
					Page page = visitor.newPage();
					page.navigate("http://localhost:" + this.port + "/reclamar/informacion");
					Browser.picture(page, "complaint-information-" + locale);
					Browser.assertReadable(page, "complaint-information-" + locale);
				}
			}
		}
	}

	private List<AnswerTime> times(Sector sector, boolean large) {
		return new AnswerTimes(this.regimes, this.deadlines, new ComplaintLaw("es", null, sector, large, null),
				this.clock)
			.list();
	}

}
