package dev.escala.modelgate.flow;

import java.util.Set;
import java.util.regex.Pattern;

import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ProcessRule;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Element;

/**
 * What writes outside begins in a transaction of its own, so that its failure takes back
 * nothing of what a person did; and it is tried again as its cycle looks.
 */
public final class TransactionRule implements ProcessRule {

	private static final Pattern PERIOD = Pattern.compile("P(?!$)(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?");

	private static final Pattern TIMES = Pattern.compile("R[1-9]\\d?/" + PERIOD.pattern());

	private static final Set<String> EVENTS = Set.of("intermediateCatchEvent", "boundaryEvent");

	private final Vocabulary vocabulary;

	/** Knows which beans write outside. */
	public TransactionRule(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	@Override
	public void check(BpmnFile file, Findings findings) {
		for (Node node : file.nodes()) {
			String bean = Xml.camunda(node.xml(), "delegateExpression").replaceAll("[${}]", "").strip();
			Vocabulary.Bean known = this.vocabulary.beans().get(bean);
			if (known != null && known.writesOutside() && !Xml.camunda(node.xml(), "asyncBefore").equals("true")
					&& !followsTimer(file, node)) {
				findings.refuse(file.path(), node.xml(),
						"«" + bean + "» escribe a otros, y si fallara desharía lo que acaba de hacer una persona.",
						"Marque «Asynchronous continuations: Before».");
			}
		}
		for (Element cycle : Xml.descendants(file.root(), "failedJobRetryTimeCycle")) {
			retries(file, cycle, findings);
		}
	}

	/** What a timer leads to runs in the timer's own job. */
	private static boolean followsTimer(BpmnFile file, Node node) {
		return !file.incoming(node).isEmpty() && file.incoming(node)
			.stream()
			.flatMap((flow) -> file.find(flow.source()).stream())
			.allMatch((source) -> EVENTS.contains(source.type()) && source.definition("timer").isPresent());
	}

	private static void retries(BpmnFile file, Element cycle, Findings findings) {
		String text = cycle.getTextContent().strip();
		if (text.isEmpty() || text.contains("${") || text.contains("#{") || TIMES.matcher(text).matches()) {
			return;
		}
		String what = "Sus reintentos «" + text + "» ";
		String how = "Escriba las esperas separadas por comas: PT10S,PT1M,PT5M,PT15M,PT1H.";
		if (text.contains(";")) {
			findings.refuse(file.path(), cycle, what + "no esperan: las esperas se separan con comas.", how);
		}
		else if (text.startsWith("R/") || text.startsWith("R0")) {
			findings.refuse(file.path(), cycle, what + "no acaban nunca.", how);
		}
		else {
			for (String period : text.split(",", -1)) {
				if (!PERIOD.matcher(period.strip()).matches()) {
					findings.refuse(file.path(), cycle, what + "no son esperas.", how);
					return;
				}
			}
		}
	}

}
