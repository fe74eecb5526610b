package dev.escala.modelgate.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.Xml;
import dev.escala.modelgate.variable.Written;
import dev.escala.text.NearNames;
import org.w3c.dom.Element;

/**
 * What is taken out of a called process was written there: else an empty value replaces
 * what the caller had. What is undone was done once.
 */
public final class CallRule implements ModelRule {

	private final Vocabulary vocabulary;

	private final Deployed deployed;

	/** Knows what processes leave behind. */
	public CallRule(Vocabulary vocabulary, Deployed deployed) {
		this.vocabulary = vocabulary;
		this.deployed = deployed;
	}

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		for (BpmnFile file : submission.processes()) {
			for (Node node : file.nodes()) {
				if (node.type().equals("callActivity")) {
					outputs(submission, file, node, findings);
					new CallInputs(submission, this.vocabulary, this.deployed).check(file, node, findings);
				}
				if (node.definition("compensate").isPresent()
						&& file.find(node.host()).map(Node::multiInstance).orElse(false)) {
					findings.refuse(file.path(), node.xml(),
							"Deshace una actividad que se hace varias veces, y solo desharía la última.",
							"Deshaga dentro de la actividad, o haga la actividad una vez.");
				}
			}
		}
		return findings.list();
	}

	private void outputs(Submission submission, BpmnFile file, Node call, Findings findings) {
		Optional<Set<String>> left = left(submission, call.xml().getAttribute("calledElement"));
		if (left.isEmpty()) {
			return;
		}
		for (Element out : Xml.extensions(call.xml(), "out")) {
			String source = out.getAttribute("source");
			if (!source.isEmpty() && !left.get().contains(source)) {
				findings.refuse(file.path(), call.xml(),
						"Recoge la variable «" + source
								+ "», que el proceso llamado no escribe: vaciaría la que hubiera aquí.",
						NearNames.near(source, left.get())
							.map((near) -> "¿Quería decir «" + near + "»?")
							.orElse("Quite esa salida."));
			}
		}
	}

	/** What a process leaves to its caller, or empty where nobody can say. */
	private Optional<Set<String>> left(Submission submission, String called) {
		for (BpmnFile file : submission.processes()) {
			for (Element process : file.processes()) {
				if (process.getAttribute("id").equals(called)) {
					Written written = Written.inside(file, process, submission, this.vocabulary, this.deployed);
					return written.open() ? Optional.empty() : Optional.of(written.names());
				}
			}
		}
		return Optional.ofNullable(this.vocabulary.processes().get(called)).map((contract) -> {
			Set<String> names = new TreeSet<>(contract.outputs());
			names.addAll(contract.variables());
			return names;
		});
	}

}
