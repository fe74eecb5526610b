package dev.escala.escalation;

import java.time.Duration;
import java.util.List;

import dev.escala.clock.ClockAdjustments;
import dev.escala.clock.DeadlineChange;
import dev.escala.clock.Pause;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.Subject;
import dev.escala.clock.explanation.ClockExplanation;
import dev.escala.clock.explanation.ClockExplanations;
import dev.escala.customer.Tier;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.text.Sentences;
import dev.escala.validation.ConflictException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EscalaTest
@DisplayName("A calendar is deleted when no open case counts by it any more")
class DeletedCalendarTests extends RecalculationStory {

	@Autowired
	private ClockExplanations explanations;

	@Autowired
	private ClockAdjustments adjustments;

	@Test
	@DisplayName("Until its cases are computed again it is in use, and they are named")
	void inUse() {
		String customer = customerWithCalendar();
		String calendar = calendarOf(customer);
		List<CaseNumber> numbers = List.of(reported(customer), reported(customer), reported(customer),
				reported(customer));
		this.assignments.removeCustomer(calendar, customer);

		assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> this.calendars.delete(calendar))
			.withMessageContaining(
					"los plazos de 4 casos abiertos (" + Sentences.some(numbers.subList(0, 3), 3) + " y 1 más)");
		this.worker.run();
		this.calendars.delete(calendar);

		assertThat(this.calendars.find(calendar)).isEmpty();
		assertThat(deadline(numbers.get(0), ServiceClock.RESOLUTION).calendarCode()).isEqualTo("organizacion");
	}

	@Test
	@DisplayName("A clock that was over before says that its calendar was deleted, and counts with no other")
	void explained() {
		String customer = customerWithCalendar();
		CaseNumber number = reported(customer);
		CaseDriver.travelTo(MONDAY_AT_TEN.plus(Duration.ofMinutes(30)));
		this.serviceLevels.meet(number, ServiceClock.ACKNOWLEDGEMENT);
		this.serviceLevels.meet(number, ServiceClock.FIRST_NOTICE);
		this.assignments.removeCustomer(calendarOf(customer), customer);
		this.worker.run();
		this.calendars.delete(calendarOf(customer));

		ClockExplanation working = explanation(number, ServiceClock.ACKNOWLEDGEMENT);
		ClockExplanation elapsed = explanation(number, ServiceClock.FIRST_NOTICE);

		assertThat(working.sentences())
			.anyMatch((line) -> line.startsWith("Contó ")
					&& line.contains(" con el calendario «" + calendarOf(customer) + "», que se eliminó después"))
			.anyMatch((line) -> line.contains("se cumplió a tiempo"))
			.noneMatch((line) -> line.contains("Horario de la organización"));
		assertThat(working.counted()).isNull();
		assertThat(working.days()).isEmpty();
		assertThat(working.calendar().name()).isEqualTo(calendarOf(customer) + " (eliminado)");
		assertThat(elapsed.counted()).isEqualTo("PT30M");
		assertThat(elapsed.sentences()).noneMatch((line) -> line.contains("calendario"));
		assertThat(explanation(number, ServiceClock.RESOLUTION).calendar().code()).isEqualTo("organizacion");
	}

	@Test
	@DisplayName("A pause that ends for a clock whose calendar is gone says with which one it was counted")
	void endsPause() {
		String customer = customerWithCalendar();
		CaseNumber number = reported(customer);
		CustomerId id = this.customers.findByCode(customer).orElseThrow().id();
		Subject subject = new Subject(number, Severity.HIGH, Tier.GOLD, null, id);
		this.adjustments.pause(subject, Pause.Reason.CUSTOMER, "Espera", new UserId("ana"));
		// Not possible any more, but it was before.
		this.jdbc.sql("DELETE FROM calendar_customer WHERE customer_id = ?").param(id.value()).update();
		this.jdbc.sql("DELETE FROM calendar WHERE code = ?").param(calendarOf(customer)).update();
		CaseDriver.travelTo(MONDAY_AT_TEN.plus(Duration.ofHours(2)));

		assertThat(this.serviceLevels.meet(number, ServiceClock.RESOLUTION)).isTrue();

		assertThat(changes(number, ServiceClock.RESOLUTION)).last()
			.extracting(DeadlineChange::reason)
			.asString()
			.startsWith("El calendario «" + calendarOf(customer) + "» se eliminó");
	}

	private ClockExplanation explanation(CaseNumber number, ServiceClock clock) {
		return this.explanations.explain(number, (user) -> user.value())
			.stream()
			.filter((one) -> one.deadline().clock() == clock)
			.findFirst()
			.orElseThrow();
	}

}
