package dev.escala.panel;

import java.time.Clock;
import java.time.ZoneId;

import dev.escala.measure.Measure;
import dev.escala.measure.Unit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the figures of the panel measure, for whoever tries an idea or keeps a promise.
 */
@Configuration(proxyBeanMethods = false)
class CaseMeasures {

	private final MeasuredRepository repository;

	private final Clock clock;

	private final ZoneId zone;

	CaseMeasures(MeasuredRepository repository, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.clock = clock;
		this.zone = zone;
	}

	@Bean
	Measure noticeHoursMeasure() {
		return new Measure("FIRST_NOTICE_HOURS", "Casos: horas hasta el primer aviso al cliente",
				"Media de las horas corridas desde que se reporta un caso hasta que se avisa al cliente, por el mes del aviso.",
				Unit.HOURS, false, false, (months, hours) -> this.repository.noticeHours(months, this.zone));
	}

	@Bean
	Measure noticeWithinMeasure() {
		return new Measure("FIRST_NOTICE_WITHIN", "Casos con el cliente avisado en unas horas",
				"De los casos reportados en el mes a cuyo cliente se avisó o se debe aún el aviso: a cuántos se avisó en "
						+ "esas horas corridas.",
				Unit.PERCENT, true, true,
				(months, hours) -> this.repository.noticeWithin(months, hours, this.zone, this.clock.instant()));
	}

	@Bean
	Measure deadlinesKeptMeasure() {
		return new Measure("DEADLINES_KEPT", "Casos: plazos cumplidos",
				"De los plazos de aviso, atención, respuesta y resolución que vencían en el mes, cuántos se cumplieron antes.",
				Unit.PERCENT, true, false, (months, hours) -> this.repository.deadlinesKept(months, this.zone));
	}

	@Bean
	Measure satisfactionMeasure() {
		return new Measure("SATISFACTION", "Casos: satisfacción, de 1 a 5",
				"Media de lo que puntuaron los clientes de los casos cerrados por primera vez en el mes.", Unit.NUMBER,
				true, false, (months, hours) -> this.repository.satisfaction(months, this.zone));
	}

	@Bean
	Measure promisesKeptMeasure() {
		return new Measure("PROMISES_KEPT", "Promesas a clientes cumplidas",
				"De las promesas que se cumplieron o se rompieron en el mes, cuántas se cumplieron.", Unit.PERCENT,
				true, false, (months, hours) -> this.repository.promisesKept(months, this.zone));
	}

}
