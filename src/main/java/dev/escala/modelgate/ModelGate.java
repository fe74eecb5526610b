package dev.escala.modelgate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

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
import dev.escala.modelgate.flow.CallRule;
import dev.escala.modelgate.flow.GatewayRule;
import dev.escala.modelgate.flow.ReachRule;
import dev.escala.modelgate.flow.ReleaseRule;
import dev.escala.modelgate.flow.TaskRule;
import dev.escala.modelgate.flow.TimerRule;
import dev.escala.modelgate.flow.TransactionRule;
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

	private final List<ModelRule> rules;

	/**
	 * Creates a gate.
	 * @param rules the most important first
	 */
	public ModelGate(List<ModelRule> rules) {
		this.rules = List.copyOf(rules);
	}

	/** The gate with all rules. */
	public static ModelGate of(Vocabulary vocabulary, Deployed deployed) {
		return new ModelGate(List.of(new FileRule(), new SchemaRule(), new ScriptRule(), new ClassRule(),
				new PageRule(), new DecisionLanguageRule(),
				new TableRules((group) -> vocabulary.groups().contains(group) || deployed.groups().contains(group)),
				new BeanRule(vocabulary), new ExpressionRule(vocabulary, deployed),
				new ContractRule(vocabulary, deployed), new NameRule(vocabulary, deployed),
				new TemplateRule(vocabulary), new MessageRule(vocabulary), new FormRule(vocabulary, deployed),
				new VariableRule(vocabulary, deployed), new ReachRule(vocabulary), new GatewayRule(vocabulary),
				new TaskRule(vocabulary), new TransactionRule(vocabulary), new TimerRule(),
				new CallRule(vocabulary, deployed), new ReleaseRule(deployed), new DrawnRule()));
	}

	/** Looks at all of it; never changes anything. */
	public Verdict judge(Submission submission) {
		LinkedHashSet<Problem> found = new LinkedHashSet<>(submission.unreadable());
		this.rules.forEach((rule) -> found.addAll(rule.check(submission)));
		List<Problem> problems = new ArrayList<>(found);
		problems.sort(Comparator.comparing((problem) -> !problem.refuses()));
		return new Verdict(List.copyOf(problems));
	}

}
