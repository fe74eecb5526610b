package dev.escala.monitoring.process;

import java.time.Instant;

import dev.escala.engine.StuckWorkRepository.Item;
import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("What is in the engine is named in Spanish, never by the engine's own words")
class EngineWordsTests {

	@Autowired
	private EngineWords words;

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', nullValues = "null",
			value = { "history-cleanup | el propio motor (limpieza del historial)",
					"batch-seed-job | el propio motor (preparación de una operación en lote)",
					"timer-start-event | el propio motor (temporizador)",
					"suspend-processdefinition | el propio motor (suspensión programada)",
					"failedExternalTask | el propio motor (tarea externa fallida)", "supplierAway | el propio motor",
					"null | el propio motor" })
	void kinds(String type, String place) {
		assertThat(this.words.place(item(null, null, type))).isEqualTo(place);
	}

	@Test
	@DisplayName("A step whose model is gone has no name")
	void steps() {
		assertThat(this.words.place(item("gone", "serviceTask_doIt", "async-continuation")))
			.isEqualTo("el caso ESC-2001-1, un paso sin nombre");
	}

	private static Item item(String model, String activity, String type) {
		return new Item("1", (model == null) ? null : new CaseNumber("ESC-2001-1"), model, activity, type,
				Instant.EPOCH);
	}

}
