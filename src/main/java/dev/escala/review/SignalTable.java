package dev.escala.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.engine.DecisionTables;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.replay.EditedTables;
import dev.escala.modelgate.replay.Replays;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * The table {@code retentionSignal}: the version with which a review began, or an edited
 * one. It is read once for a group of customers and asked once for equal figures; nothing
 * is written to the engine's history, which a hundred thousand answers would fill.
 */
@Component
class SignalTable {

	static final String KEY = "retentionSignal";

	private final DecisionTables tables;

	SignalTable(DecisionTables tables) {
		this.tables = tables;
	}

	/** The version in force. */
	int version() {
		return this.tables.latestVersion(KEY);
	}

	/** That version. */
	Answers of(int version) {
		return new Answers(new ModelFile("retention-signal.dmn", this.tables.source(KEY, version)
			.orElseThrow(() -> new IllegalStateException(
					"The version " + version + " of " + KEY + ", with which a review began, is not there any more"))));
	}

	/** An edited one. */
	Answers of(byte[] edited) {
		return new Answers(new ModelFile("edited.dmn", edited));
	}

	/**
	 * Refuses a file that could not be deployed, or that is another table.
	 * @throws InvalidInputException naming {@code file}
	 */
	void check(ModelFile file) {
		if (!Replays.decisions(file).equals(List.of(KEY))) {
			throw new InvalidInputException("file",
					"El archivo no es la tabla «Señales de que un cliente se va» (" + KEY + "), o trae más que ella.");
		}
	}

	/** What a version answers. For one thread. */
	static final class Answers {

		private final EditedTables table;

		private final Map<Map<String, Object>, List<Signal>> known = new HashMap<>();

		Answers(ModelFile file) {
			this.table = new EditedTables(file);
		}

		/** The signals of a customer, in the order of the table. */
		List<Signal> signals(CustomerFacts facts) {
			return this.known.computeIfAbsent(facts.inputs(), this::ask);
		}

		private List<Signal> ask(Map<String, Object> inputs) {
			return this.table.evaluate("retentionSignal", inputs)
				.stream()
				.map((answer) -> String.valueOf(answer.get("signal")))
				.filter((signal) -> !signal.equals(Signal.NONE))
				.map(Signal::valueOf)
				.distinct()
				.toList();
		}

	}

}
