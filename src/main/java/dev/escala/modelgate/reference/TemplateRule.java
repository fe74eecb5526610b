package dev.escala.modelgate.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.engine.expression.Expression;
import dev.escala.engine.expression.Term;
import dev.escala.engine.expression.UnreadableExpressionException;
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
import dev.escala.modelgate.variable.Texts;
import dev.escala.text.NearNames;
import org.w3c.dom.Element;

/**
 * Mail templates that a model names are there. A property, a parameter or a column that
 * is called {@code template} holds the name of one; any other text is one where it looks
 * like one that exists, so that other projects may call things as they like.
 */
public final class TemplateRule implements ModelRule {

	private static final Pattern SLOT = Pattern.compile("(?i)(mail)?template|plantilla");

	private static final Pattern FILE = Pattern.compile("(?:.*/)?([\\w-]+?)(?:_en)?\\.(?:html|txt)");

	private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

	private static final Pattern LOOKS = Pattern.compile("(customer|internal)-[\\w-]+");

	private final Vocabulary vocabulary;

	/** Knows the templates of the list. */
	public TemplateRule(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		Known known = Known.of(submission, this.vocabulary, Deployed.NOTHING);
		submission.processes().forEach((file) -> process(file, known, findings));
		submission.tables()
			.forEach((file) -> file.decisions()
				.forEach((decision) -> decision.table()
					.ifPresent((table) -> table(file.path(), decision, table, known, findings))));
		return findings.list();
	}

	private void process(BpmnFile file, Known known, Findings findings) {
		boolean own = file.processes()
			.stream()
			.anyMatch((process) -> this.vocabulary.processes().containsKey(process.getAttribute("id")));
		for (Node node : file.nodes()) {
			boolean ours = own || node.property("stage").isPresent();
			for (String holder : List.of("property", "inputParameter", "field")) {
				for (Element slot : Xml.extensions(node.xml(), holder)) {
					if (SLOT.matcher(slot.getAttribute("name")).matches()) {
						String written = slot.hasAttribute("value") ? slot.getAttribute("value")
								: slot.hasAttribute("stringValue") ? slot.getAttribute("stringValue")
										: slot.getTextContent().strip();
						fixed(written).ifPresent((name) -> slot(file.path(), node.xml(), name, ours, findings));
					}
				}
			}
		}
		Texts.of(file)
			.forEach((text) -> literals(text.value())
				.forEach((literal) -> looks(file.path(), text.element(), literal, known, findings)));
	}

	private void table(String path, DmnFile.Decision decision, Element table, Known known, Findings findings) {
		boolean own = this.vocabulary.decisions().containsKey(decision.id());
		List<String> outputs = decision.outputs();
		for (Element rule : Xml.children(table, "rule")) {
			List<Element> cells = Xml.children(rule, "outputEntry");
			for (int i = 0; i < Math.min(outputs.size(), cells.size()); i++) {
				boolean slot = SLOT.matcher(outputs.get(i)).matches();
				Matcher quoted = QUOTED.matcher(Xml.text(cells.get(i), "text"));
				while (quoted.find()) {
					if (slot) {
						slot(path, rule, quoted.group(1), own, findings);
					}
					else {
						looks(path, rule, quoted.group(1), known, findings);
					}
				}
			}
		}
	}

	/** Where nothing but a template can be meant. */
	private void slot(String path, Element at, String written, boolean own, Findings findings) {
		String name = name(written);
		if (name.isEmpty() || this.vocabulary.templates().contains(name)) {
			return;
		}
		String what = "Nombra la plantilla de correo «" + written + "», que no existe.";
		if (own || near(name).isPresent()) {
			findings.refuse(path, at, what, how(name));
		}
		else {
			findings.warn(path, at, what, how(name));
		}
	}

	/** Where it may be something else that is called like that. */
	private void looks(String path, Element at, String written, Known known, Findings findings) {
		String name = name(written);
		boolean other = known.groups().contains(name) || known.forms().contains(name)
				|| known.processes().contains(name) || known.decisions().contains(name);
		if (LOOKS.matcher(name).matches() && !other && !this.vocabulary.templates().contains(name)
				&& isMistyped(name)) {
			findings.refuse(path, at, "Nombra la plantilla de correo «" + written + "», que no existe.", how(name));
		}
	}

	/** What all names begin with makes no two of them similar. */
	private boolean isMistyped(String name) {
		String prefix = name.substring(0, name.indexOf('-') + 1);
		return NearNames.near(name.substring(prefix.length()),
				this.vocabulary.templates()
					.stream()
					.filter((one) -> one.startsWith(prefix))
					.map((one) -> one.substring(prefix.length()))
					.toList())
			.isPresent();
	}

	private String how(String name) {
		return near(name).map((near) -> "¿Quería decir «" + near + "»?")
			.orElse("Las que hay están en /plantillas: " + String.join(", ", this.vocabulary.templates()) + ".");
	}

	private Optional<String> near(String name) {
		return NearNames.near(name, this.vocabulary.templates());
	}

	/** Without folder, language and ending, which people add to names of files. */
	private static String name(String written) {
		Matcher file = FILE.matcher(written.strip());
		return file.matches() ? file.group(1) : written.strip();
	}

	private static Optional<String> fixed(String text) {
		try {
			return Expression.parse(text).fixed();
		}
		catch (UnreadableExpressionException ex) {
			return Optional.empty();
		}
	}

	private static List<String> literals(String text) {
		List<String> literals = new ArrayList<>();
		try {
			Expression.parse(text).root().all().forEach((term) -> {
				if (term instanceof Term.Literal literal && literal.value() instanceof String value) {
					literals.add(value);
				}
			});
		}
		catch (UnreadableExpressionException ex) {
			return List.of();
		}
		return literals;
	}

}
