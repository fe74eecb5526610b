package dev.escala.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.support.EscalaTest;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@EscalaTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Configuration gives the first values or rules, and a restart does what the operator expects")
class CalendarStartTests {

	@Autowired
	private CalendarRepository repository;

	@Autowired
	private CalendarAdministration administration;

	@Autowired
	private Calendars calendars;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private OrganisationCalendarProperties organisation;

	@Autowired
	private JdbcClient jdbc;

	private final List<CalendarsChanged> changes = new ArrayList<>();

	@BeforeEach
	@AfterEach
	void asNew() {
		this.jdbc.sql("DELETE FROM calendar WHERE code IN ('madrid', 'otra')").update();
		restart(Map.of());
		this.repository.update(this.organisation.definition("Europe/Madrid"), false, null);
	}

	@Test
	@DisplayName("A restart does not overwrite what was edited")
	void keepsEdits() {
		StoredCalendar first = this.administration.find("organizacion").orElseThrow();
		SaveCalendar edited = new SaveCalendar("organizacion", "Editado", "Atlantic/Canary",
				WeekHours.of((day) -> List.of("10:00-11:00")), null, null, List.of());
		this.administration.replace(edited, first.version());

		restart(Map.of());

		assertThat(this.administration.find("organizacion").orElseThrow().definition()).isEqualTo(edited.definition());
		assertThat(this.calendars.organisation().zone().getId()).isEqualTo("Atlantic/Canary");
	}

	@Test
	@DisplayName("What the configuration defines is written when it changes, and edited nowhere else")
	void configurationRules() {
		restart(Map.of("madrid", entry("Madrid", "09:00-18:00")));
		StoredCalendar madrid = this.administration.find("madrid").orElseThrow();
		assertThat(madrid.configured()).isTrue();
		assertThat(madrid.updatedBy()).isNull();
		assertThat(this.changes).isEmpty();

		restart(Map.of("madrid", entry("Madrid", "09:00-18:00")));
		assertThat(this.administration.find("madrid").orElseThrow().version()).isEqualTo(madrid.version());

		restart(Map.of("madrid", entry("Madrid", "08:00-15:00")));
		StoredCalendar changed = this.administration.find("madrid").orElseThrow();
		assertThat(changed.definition().hours().monday()).containsExactly("08:00-15:00");
		assertThat(this.changes).extracting(CalendarsChanged::codes).containsExactly(Set.of("madrid"));

		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.administration.replace(command(changed.definition()), changed.version()))
			.withMessageContaining("escala.calendars.madrid");
		assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> this.administration.delete("madrid"))
			.withMessageContaining("escala.calendars.madrid");
	}

	@Test
	@DisplayName("One that leaves the configuration stays and is edited again")
	void released() {
		restart(Map.of("organizacion", entry("De la configuración", "09:00-18:00")));
		assertThat(this.calendars.organisation().name()).isEqualTo("De la configuración");

		restart(Map.of());

		StoredCalendar free = this.administration.find("organizacion").orElseThrow();
		assertThat(free.configured()).isFalse();
		assertThat(free.definition().name()).isEqualTo("De la configuración");
		this.administration.replace(
				new SaveCalendar("organizacion", "Libre", "UTC", free.definition().hours(), null, null, List.of()),
				free.version());
		assertThat(this.calendars.organisation().name()).isEqualTo("Libre");
	}

	@Test
	@DisplayName("A calendar deleted and created again is never mistaken for the one before")
	void versionsNeverReturn() {
		this.administration.create(new SaveCalendar("otra", "Primera", "UTC",
				WeekHours.of((day) -> List.of("10:00-11:00")), null, null, List.of()));
		assertThat(this.calendars.find("otra").orElseThrow().name()).isEqualTo("Primera");

		this.administration.delete("otra");
		this.administration.create(new SaveCalendar("otra", "Segunda", "UTC",
				WeekHours.of((day) -> List.of("10:00-11:00")), null, null, List.of()));

		assertThat(this.calendars.find("otra").orElseThrow().name()).isEqualTo("Segunda");
	}

	@Test
	@DisplayName("One whose last working day is past does not stop the start, unless it is new")
	void ranOutOfHours(CapturedOutput output) {
		try {
			ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-23T09:00:00Z")));
			restart(Map.of("madrid", once("Madrid", "2026-12-24")));
			ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-01-04T09:00:00Z")));

			restart(Map.of("madrid", once("Madrid", "2026-12-24")));

			assertThat(output.getOut().lines()).anyMatch((line) -> line.contains("ERROR")
					&& line.contains("run out of working hours") && line.contains("escala.calendars.madrid.hours"));
			assertThat(this.administration.find("madrid")).isPresent();
			for (Map<String, ConfiguredCalendars.Entry> written : List
				.of(Map.of("madrid", once("Madrid", "2026-12-23")), Map.of("otra", once("Otra", "2026-12-24")))) {
				assertThatIllegalArgumentException().isThrownBy(() -> restart(written))
					.withMessageContaining("ninguna hora laborable");
			}
		}
		finally {
			ClockUtil.reset();
		}
	}

	@Test
	@DisplayName("Properties are read, and wrong ones stop the start with their name")
	void properties() {
		ApplicationContextRunner application = new ApplicationContextRunner().withUserConfiguration(Settings.class);
		application
			.withPropertyValues("escala.calendars.sur.name=Sur",
					"escala.calendars.sur.hours.monday=09:00-14:00,16:00-19:00", "escala.calendars.sur.country=es",
					"escala.calendars.sur.region=an", "escala.calendars.sur.days[0].date=2026-12-24",
					"escala.calendars.sur.days[0].name=Nochebuena")
			.run((context) -> {
				SaveCalendar south = context.getBean(ConfiguredCalendars.class).definitions("Europe/Madrid").get(0);
				assertThat(south.code()).isEqualTo("sur");
				assertThat(south.zone()).isEqualTo("Europe/Madrid");
				assertThat(south.hours().monday()).containsExactly("09:00-14:00", "16:00-19:00");
				assertThat(south.days()).extracting(OwnDay::name).containsExactly("Nochebuena");
				SaveCalendar first = context.getBean(OrganisationCalendarProperties.class).definition("Europe/Madrid");
				assertThat(first.region()).isEqualTo("md");
			});
		application.withPropertyValues("escala.calendars.sur.name=Sur", "escala.calendars.sur.hours.monday=14:00-09:00")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("escala.calendars.sur.hours.monday[0]: El tramo 14:00-09:00"));
		application.withPropertyValues("escala.calendar.country=mx")
			.run((context) -> assertThat(
					context.getBean(OrganisationCalendarProperties.class).definition("America/Mexico_City").region())
				.isNull());
		application.withPropertyValues("escala.calendar.opens=16:00", "escala.calendar.closes=24:00")
			.run((context) -> assertThat(
					context.getBean(OrganisationCalendarProperties.class).definition("Europe/Madrid").hours().monday())
				.containsExactly("16:00-24:00"));
		application.withPropertyValues("escala.calendar.opens=18:00", "escala.calendar.closes=18:00")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("escala.calendar.opens (18:00)"));
		application.withPropertyValues("escala.calendar.days=")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("escala.calendar.days must"));
	}

	/** What another node, or this one again, does when it starts. */
	private void restart(Map<String, ConfiguredCalendars.Entry> configured) {
		CalendarStart start = new CalendarStart(this.organisation, new ConfiguredCalendars(configured), "Europe/Madrid",
				this.repository, this.administration, (event) -> this.changes.add((CalendarsChanged) event),
				this.transactions);
		start.afterSingletonsInstantiated();
		start.writeConfigured();
	}

	private static SaveCalendar command(CalendarDefinition stored) {
		return new SaveCalendar(stored.code(), stored.name(), stored.zone(), stored.hours(), stored.country(),
				stored.region(), stored.days());
	}

	private static ConfiguredCalendars.Entry entry(String name, String hours) {
		return new ConfiguredCalendars.Entry(name, null, WeekHours.of((day) -> List.of(hours)), "es", "md", null);
	}

	/** Open on one day only. */
	private static ConfiguredCalendars.Entry once(String name, String date) {
		return new ConfiguredCalendars.Entry(name, null, WeekHours.of((day) -> List.of()), null, null,
				List.of(new OwnDay(date, "Guardia", List.of("09:00-14:00"))));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ ConfiguredCalendars.class, OrganisationCalendarProperties.class })
	static class Settings {

	}

}
