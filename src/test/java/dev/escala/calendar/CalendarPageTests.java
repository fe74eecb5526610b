package dev.escala.calendar;

import java.net.http.HttpResponse;
import java.util.List;

import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
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

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Calendars on pages: hours, holidays, own days and who counts with them")
class CalendarPageTests {

	private static final String PATH = "/calendarios/kpage-madrid";

	private static final String FORM = "main form.card";

	private static final String ADD = "form.pick:has([name=date])";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private CalendarAdministration calendars;

	@Autowired
	private Customers customers;

	@Autowired
	private JdbcClient jdbc;

	private StaffClient person;

	private PageForms supervisor;

	private PageForms technician;

	@BeforeEach
	void givenACalendar() {
		ApiClient.of(this.port, this.identity, "kpage-supervisor", "supervisors");
		ApiClient.of(this.port, this.identity, "kpage-technician", "technology");
		this.person = StaffClient.basic(this.port, "kpage-supervisor", CaseDriver.PASSWORD);
		this.supervisor = new PageForms(this.person);
		this.technician = new PageForms(StaffClient.basic(this.port, "kpage-technician", CaseDriver.PASSWORD));
		Document form = this.supervisor.open("/calendarios/nuevo");
		this.supervisor.send(form, FORM, "code", "kpage-madrid", "name", "Oficina de Madrid", "place", "es md");
	}

	@AfterEach
	void nothingLeft() {
		this.jdbc.sql("DELETE FROM calendar_customer WHERE calendar_code LIKE 'kpage-%'").update();
		this.jdbc.sql("DELETE FROM calendar WHERE code LIKE 'kpage-%'").update();
		this.jdbc.sql("DELETE FROM customer WHERE code LIKE 'KPAGE-%'").update();
	}

	@Test
	@DisplayName("Everybody reads the hours and the year's days by name; who may not change them is offered nothing")
	void reads() {
		Document page = this.technician.open(PATH + "?anio=2027");

		assertThat(page.text()).contains("Oficina de Madrid", "Lunes 09:00-14:00, 15:00-18:00", "Domingo cerrado",
				"Días especiales de 2027", "Año Nuevo", "vie 1 ene");
		assertThat(page.select("main form, main .button")).isEmpty();
		assertThat(this.technician.open("/calendarios").select("td a").eachAttr("href")).contains(PATH);
		assertThat(this.technician.open(PATH + "?anio=9999%00").text()).contains("Días especiales de 2");
		assertThat(this.technician.status(PATH + "/editar")).isEqualTo(403);
		assertThat(this.technician.status("/calendarios/nuevo")).isEqualTo(403);
		assertThat(this.technician.status("/calendarios/no-hay")).isEqualTo(404);
	}

	@Test
	@DisplayName("An own day is added and taken off; what is wrong is told at its field; a press puts it back")
	void ownDays() {
		Document page = this.supervisor.open(PATH);

		Document wrong = this.supervisor.send(page, ADD, "date", "2027-02-30", "dayName", " ", "hours", "9-14");
		assertThat(this.supervisor.status()).isEqualTo(400);
		assertThat(wrong.select("#date-wrong").text()).contains("debe existir");
		assertThat(wrong.select("#dayName-wrong").text()).contains("Falta");
		assertThat(wrong.select("#hours-wrong").text()).contains("09:00-14:00");
		assertThat(wrong.select(ADD + " [name=hours]").val()).isEqualTo("9-14");
		Document added = this.supervisor.send(wrong, ADD, "date", "2027-12-24", "dayName", "Nochebuena", "hours",
				"09:00-13:00");
		assertThat(added.select("tr:contains(Nochebuena)").text()).contains("vie 24 dic", "Propio", "09:00-13:00");
		this.supervisor.send(added, ADD, "date", "2027-12-24", "dayName", "Otra vez");
		assertThat(this.supervisor.status()).isEqualTo(400);

		Document removed = this.supervisor.send(added, "tr:contains(Nochebuena) form");

		assertThat(removed.select("[role=status]").text()).contains("«Nochebuena» ya no está", "Deshacer");
		assertThat(days()).isEmpty();
		this.supervisor.send(added, "tr:contains(Nochebuena) form");
		assertThat(this.supervisor.status()).isEqualTo(409);
		this.supervisor.send(removed, "form.undo");
		assertThat(days()).extracting(OwnDay::name).containsExactly("Nochebuena");
	}

	@Test
	@DisplayName("The file of an official calendar: what would change is shown, line by line what is wrong, and taken over by a press; nobody takes over what has changed meanwhile")
	void official() {
		assertThat(this.technician.status(PATH + "/oficial")).isEqualTo(403);
		Document form = this.supervisor.open(PATH + "/oficial?anio=2027");
		Document without = this.supervisor.send(form, FORM, "year", "27");
		assertThat(this.supervisor.status()).isEqualTo(400);
		assertThat(without.select("#file-wrong").text()).contains("Elija el fichero");

		Document preview = upload(without, "fecha,nombre\n24/06/2027,San Juan\nayer,Nada\n");

		assertThat(preview.select("tr:contains(San Juan)").text()).contains("jue 24 jun");
		assertThat(preview.text()).contains("Línea 3: «ayer» no es una fecha", "Año Nuevo", "Ninguno.",
				"2027 no queda confirmado");
		assertThat(days()).isEmpty();
		Document done = this.supervisor.send(preview, "form[action$=importar]");
		assertThat(done.select("[role=status]").text()).contains("importado");
		assertThat(days()).extracting(OwnDay::name).containsExactly("San Juan");

		Document late = this.supervisor.send(preview, "form[action$=importar]");
		assertThat(this.supervisor.status()).isEqualTo(409);
		assertThat(late.select("[role=alert]").text()).contains("ha cambiado desde la vista previa");
		assertThat(late.text()).contains("Nada: todos los días del fichero ya están cerrados");
	}

	private Document upload(Document form, String file) {
		HttpResponse<String> answer = this.person.submit("POST", PATH + "/oficial", "multipart/form-data; boundary=xyz",
				"""
						--xyz
						Content-Disposition: form-data; name="file"; filename="oficial.csv"
						Content-Type: text/csv

						%s
						--xyz
						Content-Disposition: form-data; name="year"

						2027
						--xyz
						Content-Disposition: form-data; name="_csrf"

						%s
						--xyz--
						""".formatted(file, form.select(FORM + " [name=_csrf]").val()).replace("\n", "\r\n"), "Accept",
				"text/html");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return Jsoup.parse(answer.body());
	}

	@Test
	@DisplayName("Of two who change the hours the second reads both versions; a day that is added meanwhile is lost by neither")
	void two() {
		Document mine = this.supervisor.open(PATH + "/editar");
		Document theirs = this.supervisor.open(PATH + "/editar");
		this.supervisor.send(theirs, FORM, "hours.friday", "08:00-15:00", "name", "Madrid");
		this.supervisor.send(this.supervisor.open(PATH), ADD, "date", "2027-05-17", "dayName", "Inventario");

		Document both = this.supervisor.send(mine, FORM, "hours.monday", "10:00-14:00");

		assertThat(this.supervisor.status()).isEqualTo(409);
		assertThat(both.select("[role=alert]").text()).contains("ha cambiado entretanto: lo cambió kpage-supervisor");
		assertThat(both.select(".theirs").eachText()).containsExactly("Guardado ahora: Madrid",
				"Guardado ahora: 09:00-14:00, 15:00-18:00", "Guardado ahora: 08:00-15:00");
		this.supervisor.send(both, FORM, "hours.friday", "08:00-15:00");

		CalendarDefinition now = this.calendars.find("kpage-madrid").orElseThrow().definition();
		assertThat(now.hours().monday()).containsExactly("10:00-14:00");
		assertThat(now.hours().friday()).containsExactly("08:00-15:00");
		assertThat(days()).extracting(OwnDay::name).containsExactly("Inventario");
	}

	@Test
	@DisplayName("Hours that are no hours are told at their day, and nothing is saved")
	void refuses() {
		Document form = this.supervisor.open(PATH + "/editar");

		Document wrong = this.supervisor.send(form, FORM, "hours.tuesday", "09:00-14:00, 13:00-18:00", "zone", "Madrid",
				"place", "es nada");

		assertThat(this.supervisor.status()).isEqualTo(400);
		assertThat(wrong.select("[id='hours.tuesday-wrong']").text()).contains("se solapa");
		assertThat(wrong.select("#zone-wrong").text()).contains("Europe/Madrid");
		assertThat(wrong.select("#place-wrong").text()).contains("No se conoce esa región");
		assertThat(wrong.select("[name='hours.tuesday']").val()).isEqualTo("09:00-14:00, 13:00-18:00");
		Document closed = this.supervisor.send(form, FORM, "hours.monday", "", "hours.tuesday", "", "hours.wednesday",
				"", "hours.thursday", "", "hours.friday", "");
		assertThat(closed.select("[role=alert]").text()).contains("ninguna hora laborable");
	}

	@Test
	@DisplayName("It is given to a customer by name and to a team, taken back, and goes once nobody counts with it")
	void users() {
		this.customers.create(new SaveCustomer("KPAGE-1", "Faros Kpage", Tier.GOLD, "es", List.of(), List.of()));
		Document page = this.supervisor.open(PATH);
		Document unknown = this.supervisor.send(page, "form.customer", "customer", "nadie kpage");
		assertThat(unknown.select("#customer-wrong").text()).contains("No hay ningún cliente");

		Document given = this.supervisor.send(page, "form.customer", "customer", "faros kpage");

		assertThat(given.select("li:contains(Faros Kpage)").text()).contains("cliente");
		assertThat(this.technician.open("/clientes/KPAGE-1").select("a[href=" + PATH + "]").text())
			.isEqualTo("Oficina de Madrid");
		Document used = this.supervisor.send(given, "form[action$=/eliminar]");
		assertThat(this.supervisor.status()).isEqualTo(409);
		assertThat(used.select("[role=alert]").text()).contains("está en uso", "Faros Kpage");
		this.technician.send(given, "form[action$=/eliminar]", "_csrf",
				this.technician.open("/clientes").select("[name=_csrf]").val());
		assertThat(this.technician.status()).isEqualTo(403);
		Document taken = this.supervisor.send(given, "li:contains(Faros Kpage) form");
		assertThat(this.supervisor.send(taken, "form[action$=/eliminar]").text()).contains("El calendario ya no está");
	}

	private List<OwnDay> days() {
		return this.calendars.find("kpage-madrid").orElseThrow().definition().days();
	}

}
