package dev.escala.measure.web;

import java.util.List;

import dev.escala.measure.Gauges;
import dev.escala.measure.Measure;
import dev.escala.measure.Unit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Escala counts by itself, over HTTP. */
@RestController
@RequestMapping(path = "/api/measures", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ideas y promesas públicas")
class MeasureController {

	private final Gauges gauges;

	MeasureController(Gauges gauges) {
		this.gauges = gauges;
	}

	@Operation(summary = "Las medidas que cuenta Escala, con las que se prueba una idea o una promesa pública",
			description = "asksHours: la medida pide además en cuántas horas (hours). Lo que Escala no cuenta lo anota cada "
					+ "mes una persona: entonces se dan figure, unit y better en lugar de measure.")
	@GetMapping
	List<MeasureDetails> list() {
		return this.gauges.measures().stream().map(MeasureDetails::of).toList();
	}

	/**
	 * A measure.
	 *
	 * @param code by which it is chosen
	 * @param label its Spanish name
	 * @param how how it is counted, in Spanish
	 * @param unit in what
	 * @param moreIsBetter whether a greater value is the better one
	 * @param asksHours whether whoever chooses it says within how many hours
	 */
	record MeasureDetails(String code, String label, String how, Unit unit, boolean moreIsBetter, boolean asksHours) {

		static MeasureDetails of(Measure one) {
			return new MeasureDetails(one.code(), one.label(), one.how(), one.unit(), one.moreIsBetter(),
					one.asksHours());
		}

	}

}
