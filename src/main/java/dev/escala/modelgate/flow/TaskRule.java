package dev.escala.modelgate.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.FormFile;
import dev.escala.modelgate.file.Xml;
import dev.escala.modelgate.variable.Written;
import org.w3c.dom.Element;

/** Somebody gets each task, by a date, and what they enter is not overwritten. */
public final class TaskRule implements ModelRule {

	/** The property by which a task needs no class of its own. */
	public static final String STAGE = "stage";

	private static final List<String> FOR = List.of("assignee", "candidateGroups", "candidateUsers");

	private final Vocabulary vocabulary;

	private final Deployed deployed;

	/** Knows which tasks have a class of their own, and which forms there are. */
	public TaskRule(Vocabulary vocabulary, Deployed deployed) {
		this.vocabulary = vocabulary;
		this.deployed = deployed;
	}

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		for (BpmnFile file : submission.processes()) {
			for (Node node : file.nodes("userTask")) {
				check(submission, file, node, findings);
			}
		}
		return findings.list();
	}

	private void check(Submission submission, BpmnFile file, Node node, Findings findings) {
		Element xml = node.xml();
		boolean given = FOR.stream().anyMatch((attribute) -> !Xml.camunda(xml, attribute).isBlank())
				|| Stream.of("potentialOwner", "humanPerformer").anyMatch((owner) -> Xml.child(xml, owner).isPresent());
		if (!given) {
			findings.refuse(file.path(), xml, "Nadie recibe esta tarea.",
					"Escriba en «Candidate groups» el grupo que la hace.");
		}
		else if (Xml.camunda(xml, "candidateGroups").isBlank() && Xml.camunda(xml, "candidateUsers").isBlank()
				&& Xml.camunda(xml, "assignee").contains("assignment.owner")) {
			findings.refuse(file.path(), xml, "Es solo del responsable del caso: si no lo hay, nadie la recibe.",
					"Escriba además en «Candidate groups»: ${assignment.groups(execution)}.");
		}
		if (Xml.camunda(xml, "dueDate").isBlank()) {
			findings.refuse(file.path(), xml, "La tarea no tiene vencimiento.",
					"Escriba en «Due date»: ${assignment.dueDate(execution)}.");
		}
		boolean known = this.vocabulary.task(node.id()).isPresent() || node.property(STAGE).isPresent();
		boolean asks = Stream.of("assignee", "candidateGroups", "dueDate", "followUpDate")
			.anyMatch((attribute) -> Xml.camunda(xml, attribute).contains("assignment."));
		if (!known && asks) {
			findings.refuse(file.path(), xml,
					"Escala no conoce esta tarea, y no sabría decir de quién es ni cuándo vence.",
					"Aplíquele la plantilla «Etapa», o dele el identificador de una tarea de Escala.");
		}
		boolean asksForGroups = Xml.camunda(xml, "candidateGroups").contains("assignment.");
		if (known && !this.vocabulary.task(node.id()).isPresent() && asksForGroups) {
			findings.refuse(file.path(), xml, "Una etapa dice ella misma de qué grupo es.",
					"Escriba en «Candidate groups» el grupo que la hace.");
		}
		if (this.vocabulary.task(node.id()).isPresent()) {
			shown(submission, file, node, findings);
		}
		overwritten(submission, file, node, findings);
	}

	/** The class of a task reads its fields, whichever form shows them. */
	private void shown(Submission submission, BpmnFile file, Node node, Findings findings) {
		String wanted = this.vocabulary.task(node.id()).orElseThrow().form();
		String form = Xml.camunda(node.xml(), "formRef");
		if (form.equals(wanted)) {
			return;
		}
		Set<String> keys = new TreeSet<>();
		Written.form(form, submission, this.deployed)
			.ifPresent((one) -> one.fields().forEach((field) -> keys.add(field.path("key").asText())));
		if (keys.isEmpty() && this.vocabulary.forms().containsKey(form)) {
			keys.addAll(this.vocabulary.forms().get(form).fields());
		}
		Vocabulary.Form read = this.vocabulary.forms().get(wanted);
		List<String> missing = (read == null) ? List.of()
				: read.fields().stream().filter((field) -> !keys.contains(field)).sorted().toList();
		if (form.isEmpty() || !missing.isEmpty()) {
			findings
				.refuse(file.path(), node.xml(),
						form.isEmpty() ? "Esta tarea de Escala no muestra ningún formulario."
								: "Esta tarea de Escala lee campos que el formulario «" + form + "» no tiene: "
										+ String.join(", ", missing) + ".",
						"Escriba en «Form reference»: " + wanted + ".");
		}
		else if (this.vocabulary.forms().containsKey(form)) {
			findings.refuse(file.path(), node.xml(),
					"Muestra el formulario «" + form
							+ "», que es de otra tarea: lo que tiene de más no lo leería nadie.",
					"Escriba en «Form reference»: " + wanted + ".");
		}
	}

	/**
	 * An input parameter hides the field of the same name, and what was entered is lost.
	 */
	private static void overwritten(Submission submission, BpmnFile file, Node node, Findings findings) {
		Optional<FormFile> form = submission.forms()
			.stream()
			.filter((one) -> one.id().equals(Xml.camunda(node.xml(), "formRef")))
			.findFirst();
		List<String> keys = form.stream()
			.flatMap((one) -> one.fields().stream())
			.map((JsonNode field) -> field.path("key").asText())
			.toList();
		Xml.extensions(node.xml(), "inputParameter")
			.stream()
			.map((parameter) -> parameter.getAttribute("name"))
			.filter(keys::contains)
			.forEach((name) -> findings.refuse(file.path(), node.xml(),
					"Su parámetro de entrada «" + name
							+ "» se llama como un campo del formulario: lo escrito se perdería.",
					"Dé otro nombre al parámetro."));
	}

}
