package dev.escala.modelgate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.modelgate.code.BeanRule;
import dev.escala.modelgate.code.ClassRule;
import dev.escala.modelgate.code.ContractRule;
import dev.escala.modelgate.code.DecisionLanguageRule;
import dev.escala.modelgate.code.ExpressionRule;
import dev.escala.modelgate.code.FileRule;
import dev.escala.modelgate.code.PageRule;
import dev.escala.modelgate.code.SchemaRule;
import dev.escala.modelgate.code.ScriptRule;
import dev.escala.modelgate.drawing.DrawnRule;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.Xml;
import dev.escala.modelgate.flow.CallRule;
import dev.escala.modelgate.flow.ComparisonRule;
import dev.escala.modelgate.flow.GatewayRule;
import dev.escala.modelgate.flow.ReachRule;
import dev.escala.modelgate.flow.ReleaseRule;
import dev.escala.modelgate.flow.StageRule;
import dev.escala.modelgate.flow.TaskRule;
import dev.escala.modelgate.flow.TimerRule;
import dev.escala.modelgate.flow.TransactionRule;
import dev.escala.modelgate.flow.WorkRule;
import dev.escala.modelgate.reference.FieldRule;
import dev.escala.modelgate.reference.FormRule;
import dev.escala.modelgate.reference.MessageRule;
import dev.escala.modelgate.reference.NameRule;
import dev.escala.modelgate.reference.TemplateRule;
import dev.escala.modelgate.reference.VariableRule;
import dev.escala.modelgate.table.TableRules;

/**
 * Judges files before any of them takes effect. The same on the server, on the command
 * line and in tests.
 */
public final class ModelGate {

	private final List<ModelRule> always;

	private final List<ModelRule> running;

	/**
	 * Creates a gate.
	 * @param always rules for everything that a file holds, the most important first
	 * @param running rules for what the engine would run: a process that is not marked as
	 * executable is left alone by them, as it is by the engine
	 */
	public ModelGate(List<ModelRule> always, List<ModelRule> running) {
		this.always = List.copyOf(always);
		this.running = List.copyOf(running);
	}

	/** The gate with all rules. */
	public static ModelGate of(Vocabulary vocabulary, Deployed deployed) {
		return new ModelGate(
				List.of(new FileRule(), new SchemaRule(), new ScriptRule(), new ClassRule(), new PageRule(),
						new DecisionLanguageRule(),
						new TableRules(
								(group) -> vocabulary.groups().contains(group) || deployed.groups().contains(group)),
						new BeanRule(vocabulary), new ExpressionRule(vocabulary, deployed),
						new ContractRule(vocabulary, deployed), new FormRule(vocabulary, deployed),
						new FieldRule(vocabulary)),
				List.of(new NameRule(vocabulary, deployed), new TemplateRule(vocabulary), new MessageRule(vocabulary),
						new VariableRule(vocabulary, deployed), new ReachRule(vocabulary),
						new GatewayRule(vocabulary, deployed), new ComparisonRule(vocabulary, deployed), new WorkRule(),
						new TaskRule(vocabulary, deployed), new StageRule(vocabulary), new TransactionRule(vocabulary),
						new TimerRule(), new CallRule(vocabulary, deployed), new ReleaseRule(deployed),
						new DrawnRule()));
	}

	/** Looks at all of it; never changes anything. */
	public Verdict judge(Submission submission) {
		LinkedHashSet<Problem> found = new LinkedHashSet<>(submission.unreadable());
		this.always.forEach((rule) -> found.addAll(rule.check(submission)));
		Map<String, Set<String>> idle = idle(submission);
		for (ModelRule rule : this.running) {
			rule.check(submission)
				.stream()
				.filter((problem) -> !problem.refuses() || problem.element() == null
						|| !idle.getOrDefault(problem.file(), Set.of()).contains(problem.element()))
				.forEach(found::add);
		}
		List<Problem> problems = new ArrayList<>(found);
		problems.sort(Comparator.comparing((problem) -> !problem.refuses()));
		return new Verdict(List.copyOf(problems));
	}

	/** By file, the ids of what stands in processes that the engine does not run. */
	private static Map<String, Set<String>> idle(Submission submission) {
		Map<String, Set<String>> idle = new HashMap<>();
		for (BpmnFile file : submission.processes()) {
			file.processes()
				.stream()
				.filter((process) -> !process.getAttribute("isExecutable").equals("true"))
				.flatMap((process) -> Xml.all(process).stream())
				.map((element) -> element.getAttribute("id"))
				.forEach((id) -> idle.computeIfAbsent(file.path(), (path) -> new HashSet<>()).add(id));
		}
		return idle;
	}

}
