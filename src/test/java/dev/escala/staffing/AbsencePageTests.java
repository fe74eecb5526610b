package dev.escala.staffing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Absences and duty on a page (001-33)")
class AbsencePageTests {

	private static final String ADD = "form[action=/ausencias]:has([name=from][type=date])";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private OnDutyHours duty;

	@Autowired
	private Availability availability;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private PageForms supervisor;

	private PageForms technician;

	private LocalDate today;

	@BeforeEach
	void givenPeople() {
		ApiClient.of(this.port, this.identity, "apage-supervisor", "supervisors");
		ApiClient.of(this.port, this.identity, "apage-technician", "technology");
		this.supervisor = new PageForms(StaffClient.basic(this.port, "apage-supervisor", CaseDriver.PASSWORD));
		this.technician = new PageForms(StaffClient.basic(this.port, "apage-technician", CaseDriver.PASSWORD));
		this.today = LocalDate.now(this.clock.withZone(ZoneId.of("Europe/Madrid")));
	}

	@AfterEach
	void nothingLeft() {
		this.jdbc.sql("DELETE FROM absence WHERE person_id LIKE 'apage-%'").update();
		this.jdbc.sql("DELETE FROM on_duty WHERE person_id LIKE 'apage-%'").update();
		this.identity.deleteUser("apage-supervisor");
		this.identity.deleteUser("apage-technician");
	}

	@Test
	@DisplayName("Everybody notes and ends their own, with a deputy by name; why is for them and who plans")
	void own() {
		Document page = this.technician.open("/ausencias");
		assertThat(page.select("[name=person]")).isEmpty();

		Document noted = this.technician.send(page, ADD, "from", this.today.toString(), "until",
				this.today.plusDays(2).toString(), "deputy", "APAGE-Supervisor", "reason", "Mudanza");

		assertThat(noted.select("[role=status]").text()).isEqualTo("La ausencia está anotada.");
		assertThat(noted.select("li:contains(apage-technician)").text()).contains("le suple apage-supervisor",
				"Mudanza", "Ya ha vuelto");
		assertThat(this.availability.isAvailable(new UserId("apage-technician"))).isFalse();
		assertThat(this.supervisor.open("/ausencias").select("li:contains(apage-technician)").text())
			.contains("Mudanza", "Ya ha vuelto");
		Document back = this.technician.send(noted, "li:contains(apage-technician) form");
		assertThat(back.text()).contains("ya recibe trabajo");
		assertThat(this.availability.isAvailable(new UserId("apage-technician"))).isTrue();
	}

	@Test
	@DisplayName("Of others one sees when and by whom, and neither why nor a way to end it; a form made by hand is refused")
	void others() {
		Document noted = this.supervisor.send(this.supervisor.open("/ausencias"), ADD, "from",
				this.today.plusDays(9).toString(), "until", this.today.plusDays(9).toString(), "reason", "Boda");

		Document seen = this.technician.open("/ausencias");
		assertThat(seen.select("li:contains(apage-supervisor)").text()).contains("todo el", "sin suplente")
			.doesNotContain("Boda", "Anular");
		Document refused = this.technician.send(noted, "li:contains(apage-supervisor) form", "_csrf",
				seen.select("[name=_csrf]").val());
		assertThat(this.technician.status()).isEqualTo(403);
		assertThat(refused.text()).contains("Cada persona anota sus propias ausencias");
		this.technician.send(seen, ADD, "person", "apage-supervisor", "from", this.today.plusDays(20).toString(),
				"until", this.today.plusDays(20).toString());
		assertThat(this.technician.status()).isEqualTo(403);
		assertThat(count()).isEqualTo(1);
	}

	@Test
	@DisplayName("Supervision notes that of somebody else; wrong fields say why and keep what was typed; what was taken back comes back by a press")
	void planner() {
		Document page = this.supervisor.open("/ausencias");

		Document refused = this.supervisor.send(page, ADD, "person", "apage-technicain", "from",
				this.today.plusDays(3).toString(), "until", this.today.plusDays(3).toString());
		assertThat(this.supervisor.status()).isEqualTo(400);
		assertThat(refused.select("#person-wrong").text()).contains("¿Quiso decir", "apage-technician");
		refused = this.supervisor.send(refused, ADD, "person", "apage-technician", "fromHour", "14:00", "untilHour",
				"10:00", "deputy", "apage-technician");
		assertThat(refused.select("#until-wrong").text()).contains("posterior al comienzo");
		assertThat(refused.select("#deputy-wrong").text()).contains("su propio suplente");
		assertThat(refused.select("[name=fromHour]").val()).isEqualTo("14:00");

		Document noted = this.supervisor.send(refused, ADD, "untilHour", "18:30", "deputy", "", "reason", "Médico");

		assertThat(noted.select("li:contains(apage-technician)").text()).contains("14:00", "18:30", "Médico");
		this.supervisor.send(noted, ADD, "person", "apage-technician", "from", this.today.plusDays(3).toString(),
				"until", this.today.plusDays(3).toString());
		assertThat(this.supervisor.status()).isEqualTo(400);
		Document undone = this.supervisor.send(noted, "li:contains(apage-technician) form");
		assertThat(undone.select("[role=status]").text()).contains("está anulada", "Deshacer");
		assertThat(count()).isZero();
		Document again = this.supervisor.send(undone, "form.undo");
		assertThat(again.select("li:contains(apage-technician)").text()).contains("14:00", "18:30", "Médico");
	}

	@Test
	@DisplayName("Supervision says by which calendar somebody is on duty; others only see it")
	void duty() {
		Document page = this.supervisor.open("/ausencias");

		Document saved = this.supervisor.send(page, "form.pick", "dutyPerson", "apage-technician", "calendar",
				"organizacion");

		assertThat(this.duty.all())
			.anySatisfy((duty) -> assertThat(duty.person().id()).isEqualTo(new UserId("apage-technician")));
		assertThat(this.technician.open("/ausencias").select("li:contains(apage-technician)").select("form")).isEmpty();
		assertThat(this.technician.open("/ausencias").select("form.pick")).isEmpty();
		this.technician.send(saved, "form.pick", "_csrf",
				this.technician.open("/ausencias").select("[name=_csrf]").val(), "dutyPerson", "apage-technician");
		assertThat(this.technician.status()).isEqualTo(403);
		Document wrong = this.supervisor.send(saved, "form.pick", "dutyPerson", "nadie", "calendar", "no-hay");
		assertThat(wrong.select("#dutyPerson-wrong").text()).contains("«nadie» no está en el directorio");
		this.supervisor.send(saved, "li:contains(apage-technician) form");
		assertThat(this.duty.all())
			.noneSatisfy((duty) -> assertThat(duty.person().id()).isEqualTo(new UserId("apage-technician")));
	}

	private long count() {
		return this.jdbc.sql("SELECT count(*) FROM absence WHERE person_id LIKE 'apage-%'").query(Long.class).single();
	}

}
