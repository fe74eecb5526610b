package dev.escala.pursuit.figure;

import java.math.BigDecimal;
import java.util.stream.Collectors;

import dev.escala.measure.Counted;
import dev.escala.measure.Measure;
import dev.escala.measure.Unit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the figures of sales measure, for whoever tries an idea. */
@Configuration(proxyBeanMethods = false)
class SaleMeasures {

	@Bean
	Measure closeRatioMeasure(SaleFigures figures) {
		return new Measure("CLOSE_RATIO", "Ventas: cierres sobre ofertas",
				"De las ventas con oferta que terminaron en el mes, cuántas se ganaron.", Unit.PERCENT, true, false,
				(months, hours) -> figures.closes(months.first(), months.each().size())
					.entrySet()
					.stream()
					.collect(Collectors.toMap((one) -> one.getKey(),
							(one) -> new Counted(BigDecimal.valueOf(100 * one.getValue().part()),
									one.getValue().whole()))));
	}

}
