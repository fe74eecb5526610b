package dev.escala.modelgate.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.modelgate.Contracts;
import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.Xml;
import dev.escala.modelgate.variable.Read;
import dev.escala.modelgate.variable.Written;
import dev.escala.text.NearNames;
import org.w3c.dom.Element;

/**
 * What a called process is given: all that it needs, nothing that it does not know, in
 * the version that is in force, for the case that calls. Whoever calls a process of
 * Escala takes what it leaves behind.
 */
final class CallInputs {

	private static final String KEY = "Añada una entrada «Business key»: #{execution.processBusinessKey}.";

	private final Submission submission;

	private final Vocabulary vocabulary;

	private final Deployed deployed;

	CallInputs(Submission submission, Vocabulary vocabulary, Deployed deployed) {
		this.submission = submission;
		this.vocabulary = vocabulary;
		this.deployed = deployed;
	}

	void check(BpmnFile file, Node call, Findings findings) {
		String called = call.xml().getAttribute("calledElement");
		binding(file, call, called, findings);
		Contracts.Process contract = this.vocabulary.contracts().processes().get(called);
		if (contract == null) {
			return;
		}
		List<Element> inputs = Xml.extensions(call.xml(), "in");
		key(file, call, contract, inputs, findings);
		Set<String> targets = new TreeSet<>();
		inputs.forEach((in) -> targets.add(in.getAttribute("target")));
		targets.remove("");
		if (inputs.stream().noneMatch((in) -> in.getAttribute("variables").equals("all"))) {
			contract.given()
				.stream()
				.filter((name) -> !targets.contains(name))
				.forEach((name) -> findings.refuse(file.path(), call.xml(),
						"No da la variable «" + name + "» al proceso «" + called + "», que la necesita.",
						"Añada una entrada con el destino «" + name + "»."));
		}
		Set<String> known = known(called, contract);
		targets.stream()
			.filter((name) -> !known.contains(name))
			.forEach((name) -> findings.refuse(file.path(), call.xml(),
					"Da la variable «" + name + "» al proceso «" + called + "», que no la conoce.",
					NearNames.near(name, known)
						.map((near) -> "¿Quería decir «" + near + "»?")
						.orElse("Quite esa entrada.")));
		values(file, call, inputs, findings);
		outputs(file, call, called, findings);
	}

	/** Another version than the one in force may be gone, or be nowhere. */
	private void binding(BpmnFile file, Node call, String called, Findings findings) {
		String binding = Xml.camunda(call.xml(), "calledElementBinding");
		boolean brought = this.submission.processes()
			.stream()
			.flatMap((one) -> one.processes().stream())
			.anyMatch((process) -> process.getAttribute("id").equals(called));
		boolean computed = called.contains("${") || called.contains("#{");
		if (binding.equals("deployment") && !brought && !computed) {
			findings.refuse(file.path(), call.xml(),
					"Llama al proceso «" + called + "» de este mismo despliegue, y no viene en él.",
					"Elija «latest» en «Binding», o envíe los dos archivos juntos.");
		}
	}

	private void key(BpmnFile file, Node call, Contracts.Process contract, List<Element> inputs, Findings findings) {
		List<String> keys = inputs.stream()
			.map((in) -> in.getAttribute("businessKey"))
			.filter((key) -> !key.isBlank())
			.toList();
		if (contract.keyed() && keys.isEmpty()) {
			findings.refuse(file.path(), call.xml(),
					"No da el número del caso al proceso llamado, que no sabría de qué caso es.", KEY);
		}
		keys.stream()
			.filter((key) -> !key.contains("${") && !key.contains("#{"))
			.forEach((key) -> findings.refuse(file.path(), call.xml(),
					"Da «" + key + "» como número del caso, siempre el mismo.", KEY));
	}

	/** What its contract names, and what a newer version in the submission reads. */
	private Set<String> known(String called, Contracts.Process contract) {
		Set<String> known = new TreeSet<>(contract.given());
		known.addAll(this.vocabulary.processes().get(called).variables());
		for (BpmnFile file : this.submission.processes()) {
			for (Element process : file.processes()) {
				if (process.getAttribute("id").equals(called)) {
					known
						.addAll(Written.inside(file, process, this.submission, this.vocabulary, this.deployed).names());
					Read.in(process, this.vocabulary).forEach((read) -> known.add(read.name()));
				}
			}
		}
		return known;
	}

	/** A variable that may hold other values than the one that it is put into. */
	private void values(BpmnFile file, Node call, List<Element> inputs, Findings findings) {
		for (Element in : inputs) {
			Set<String> from = this.vocabulary.contracts().values("", in.getAttribute("source"));
			Set<String> to = this.vocabulary.contracts().values("", in.getAttribute("target"));
			List<String> strange = new ArrayList<>(from);
			strange.removeAll(to);
			if (!to.isEmpty() && !strange.isEmpty()) {
				findings.refuse(file.path(), call.xml(),
						"Pone en «" + in.getAttribute("target") + "» lo que hay en «" + in.getAttribute("source")
								+ "», que puede ser " + String.join(", ", new TreeSet<>(from)) + ".",
						"En «" + in.getAttribute("target") + "» solo puede haber "
								+ String.join(", ", new TreeSet<>(to)) + ".");
			}
		}
	}

	private void outputs(BpmnFile file, Node call, String called, Findings findings) {
		Element process = call.xml();
		while (process.getParentNode() instanceof Element around && around.getParentNode() instanceof Element) {
			process = around;
		}
		if (!this.vocabulary.processes().containsKey(process.getAttribute("id"))) {
			return;
		}
		Set<String> taken = new TreeSet<>();
		Set<String> targets = new TreeSet<>();
		Xml.extensions(call.xml(), "out").forEach((out) -> {
			taken.add(out.getAttribute("source"));
			targets.add(out.getAttribute("target"));
		});
		targets.remove("");
		if (Xml.extensions(call.xml(), "out")
			.stream()
			.noneMatch((out) -> out.getAttribute("variables").equals("all"))) {
			this.vocabulary.processes()
				.get(called)
				.outputs()
				.stream()
				.filter((name) -> !taken.contains(name))
				.forEach((name) -> findings.refuse(file.path(), call.xml(),
						"No recoge la variable «" + name + "» del proceso llamado.",
						"Añada una salida con el origen «" + name + "»."));
		}
		if (targets.isEmpty()) {
			return;
		}
		Set<String> read = new TreeSet<>(this.vocabulary.variables());
		Read.in(process, this.vocabulary).forEach((one) -> read.add(one.name()));
		targets.stream()
			.filter((name) -> !read.contains(name))
			.forEach((name) -> findings.refuse(file.path(), call.xml(),
					"Deja el resultado en «" + name + "», y nadie lee esa variable.",
					NearNames.near(name, read)
						.map((near) -> "¿Quería decir «" + near + "»?")
						.orElse("Quite esa salida.")));
	}

}
