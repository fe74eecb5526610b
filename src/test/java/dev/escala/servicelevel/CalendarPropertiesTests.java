package dev.escala.servicelevel;

import java.time.DayOfWeek;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarPropertiesTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withUserConfiguration(Calendar.class);

	@Test
	void opensFromNineToSixOnWeekdaysUnlessConfigured() {
		this.application.run((context) -> {
			CalendarProperties calendar = context.getBean(CalendarProperties.class);
			assertThat(calendar.opens()).isEqualTo(LocalTime.of(9, 0));
			assertThat(calendar.closes()).isEqualTo(LocalTime.of(18, 0));
			assertThat(calendar.days()).hasSize(5).doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
		});
	}

	@Test
	void takesOtherHoursAndDays() {
		this.application
			.withPropertyValues("escala.calendar.opens=08:30", "escala.calendar.closes=14:00",
					"escala.calendar.days=saturday,SUNDAY", "escala.zone=Atlantic/Canary")
			.run((context) -> {
				CalendarProperties calendar = context.getBean(CalendarProperties.class);
				assertThat(calendar.opens()).isEqualTo(LocalTime.of(8, 30));
				assertThat(calendar.closes()).isEqualTo(LocalTime.of(14, 0));
				assertThat(calendar.days()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
			});
	}

	@Test
	void doesNotStartWhenItClosesBeforeItOpens() {
		this.application.withPropertyValues("escala.calendar.opens=18:00", "escala.calendar.closes=18:00")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("la hora de apertura (opens, 18:00) debe ser anterior"));
	}

	@Test
	void doesNotStartWithoutWorkingDays() {
		this.application.withPropertyValues("escala.calendar.days=")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("falta al menos un día laborable"));
	}

	@Test
	void doesNotStartInAnUnknownZone() {
		this.application.withPropertyValues("escala.zone=Europe/Atlantis")
			.run((context) -> assertThat(context).hasFailed());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(CalendarProperties.class)
	@Import(BusinessCalendar.class)
	static class Calendar {

	}

}
