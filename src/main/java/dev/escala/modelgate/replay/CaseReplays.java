package dev.escala.modelgate.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.table.TableModel;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.routing.ExplainedDecision;
import dev.escala.routing.FiledDecision;
import dev.escala.routing.RecordedDecision;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import org.camunda.bpm.dmn.engine.DmnEngineException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes every decision of one case again with edited tables, on the facts that were
 * recorded. Nothing is deployed, and nothing is written. Who may do it is the caller's to
 * say.
 */
@Service
@Transactional(readOnly = true)
public class CaseReplays {

	private static final int MOST_FILES = 20;

	private final Decisions decisions;

	private final CaseConsequences consequences;

	CaseReplays(Decisions decisions, CaseConsequences consequences) {
		this.decisions = decisions;
		this.consequences = consequences;
	}

	/**
	 * Tries the files on a case.
	 * @throws InvalidInputException naming {@code files} or {@code number}
	 * @throws NotFoundException where there is no such case, or the current user may not
	 * see it
	 */
	public CaseReplay replay(CaseNumber number, List<ModelFile> files) {
		Map<String, EditedTables> edited = edited(files);
		this.consequences.requireSeen(number);
		Map<Long, ExplainedDecision> words = this.decisions.explained(number)
			.stream()
			.collect(Collectors.toMap(ExplainedDecision::id, (one) -> one));
		List<RecordedDecision> recorded = this.decisions.recorded(number);
		if (recorded.stream().noneMatch((one) -> edited.containsKey(one.decision()))) {
			throw new InvalidInputException("number", "En " + number + " no hay ninguna decisión anotada de "
					+ String.join(", ", edited.keySet()) + " con la que repetir.");
		}
		List<CaseStep> steps = new ArrayList<>();
		List<CaseConsequences.Changed> changed = new ArrayList<>();
		List<String> follows = new ArrayList<>();
		for (RecordedDecision one : recorded) {
			CaseStep step = step(one, words.get(one.id()), edited.get(one.decision()), changed, number, follows);
			steps.add(step);
		}
		follows.addAll(0,
				this.consequences.of(number, changed, (decision, inputs) -> answer(edited, decision, inputs)));
		return new CaseReplay(number, files.stream().map(ModelFile::shortName).toList(), steps,
				follows.stream().distinct().toList());
	}

	private static Map<String, EditedTables> edited(List<ModelFile> files) {
		if (files.isEmpty() || files.size() > MOST_FILES) {
			throw new InvalidInputException("files", "Elija entre uno y " + MOST_FILES + " archivos .dmn.");
		}
		Map<String, EditedTables> edited = new LinkedHashMap<>();
		for (ModelFile file : files) {
			EditedTables tables = read(file);
			for (String key : tables.models().keySet()) {
				if (edited.put(key, tables) != null) {
					throw new InvalidInputException("files",
							"La decisión " + key + " está en dos de los archivos. Elija uno.");
				}
			}
		}
		return edited;
	}

	private static EditedTables read(ModelFile file) {
		try {
			Replays.decisions(file);
			return new EditedTables(file);
		}
		catch (InvalidInputException ex) {
			throw new InvalidInputException("files", file.shortName() + ": " + ex.getMessage());
		}
	}

	private CaseStep step(RecordedDecision one, ExplainedDecision words, EditedTables tables,
			List<CaseConsequences.Changed> changed, CaseNumber number, List<String> follows) {
		List<CaseStep.Answer> before = words.answers()
			.stream()
			.map((answer) -> new CaseStep.Answer(answer.ruleId(), answer.reason(),
					String.join(" · ", answer.outputs())))
			.toList();
		if (tables == null) {
			return new CaseStep(one.id(), one.decidedAt(), words.table(), words.inputs(), before, before, false, false,
					null);
		}
		TableModel table = tables.models().get(one.decision());
		try {
			List<Decision.Match> matches = tables.matches(one.decision(), one.inputs());
			List<Map<String, Object>> was = one.matches().stream().map(Decision.Match::outputs).toList();
			List<Map<String, Object>> is = matches.stream().map(Decision.Match::outputs).toList();
			boolean differs = !Comparison.alike(was, is);
			if (differs && !is.isEmpty()) {
				changed.add(new CaseConsequences.Changed(new FiledDecision(number, one), is));
				if (!this.consequences.tells(one.decision())) {
					follows.add(told(table, Comparison.changed(table, was, is)));
				}
			}
			return new CaseStep(one.id(), one.decidedAt(), words.table(), words.inputs(), before,
					matches.stream()
						.map((match) -> new CaseStep.Answer(match.ruleId(), match.reason(),
								Comparison.told(table, List.of(match.outputs()))))
						.toList(),
					true, differs, is.isEmpty() ? "Ninguna regla responde: el caso se habría detenido." : null);
		}
		catch (DmnEngineException ex) {
			return new CaseStep(one.id(), one.decidedAt(), words.table(), words.inputs(), before, List.of(), true, true,
					"Varias reglas se contradicen: el caso se habría detenido.");
		}
	}

	/** What is told of several cases, of one. */
	private static String told(TableModel table, String what) {
		return what.startsWith("habrían ") ? "El caso " + what.replaceFirst("habrían", "habría") + "."
				: "En «" + table.name() + "», " + what + ".";
	}

	private static Optional<Map<String, Object>> answer(Map<String, EditedTables> edited, String decision,
			Map<String, Object> inputs) {
		try {
			return Optional.ofNullable(edited.get(decision))
				.map((tables) -> tables.evaluate(decision, inputs))
				.filter((answers) -> answers.size() == 1)
				.map((answers) -> answers.get(0));
		}
		catch (DmnEngineException ex) {
			return Optional.empty();
		}
	}

}
