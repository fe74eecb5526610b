package dev.escala.modelgate.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.DmnFile;
import dev.escala.modelgate.file.Xml;
import dev.escala.modelgate.variable.Read;
import dev.escala.modelgate.variable.Written;
import dev.escala.text.NearNames;
import org.w3c.dom.Element;

/**
 * What a gateway or a table reads is written by somebody: a form, a bean, the code that
 * starts the process or writes into it. Of a process that is not Escala's nobody knows
 * with what it starts, so that its author is only told.
 */
public final class VariableRule implements ModelRule {

	private final Vocabulary vocabulary;

	private final Deployed deployed;

	/** Knows what beans and code leave behind. */
	public VariableRule(Vocabulary vocabulary, Deployed deployed) {
		this.vocabulary = vocabulary;
		this.deployed = deployed;
	}

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		for (BpmnFile file : submission.processes()) {
			for (Element process : file.processes()) {
				check(submission, file, process, findings);
			}
		}
		return findings.list();
	}

	private void check(Submission submission, BpmnFile file, Element process, Findings findings) {
		Written written = Written.in(file, process, submission, this.vocabulary, this.deployed);
		boolean own = this.vocabulary.processes().containsKey(process.getAttribute("id"));
		List<Read> reads = new ArrayList<>(Read.in(process, this.vocabulary));
		for (Node node : file.nodesOf(process)) {
			tableInputs(node, submission).forEach((input) -> reads.add(new Read(input, node.xml())));
		}
		for (Read read : reads) {
			Set<String> names = written.names();
			if (names.contains(read.name()) || own && written.open()) {
				continue;
			}
			String what = "Lee la variable «" + read.name() + "», y nada de este proceso la escribe.";
			String how = NearNames.near(read.name(), names)
				.map((near) -> "¿Quería decir «" + near + "»?")
				.orElse("Escríbala antes: con un campo de un formulario o un bean de la lista.");
			if (own) {
				findings.refuse(file.path(), read.by(), what, how);
			}
			else {
				findings.warn(file.path(), read.by(), what, "Tiene que darla quien inicia el proceso. " + how);
			}
		}
	}

	/** What the table reads that a business rule task evaluates by itself. */
	private static List<String> tableInputs(Node node, Submission submission) {
		String decision = Xml.camunda(node.xml(), "decisionRef");
		return submission.tables()
			.stream()
			.flatMap((file) -> file.decisions().stream())
			.filter((one) -> one.id().equals(decision))
			.map(DmnFile.Decision::inputs)
			.flatMap(List::stream)
			.filter((input) -> input.matches("[a-zA-Z]\\w*"))
			.toList();
	}

}
