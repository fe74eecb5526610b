package dev.escala.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

import dev.escala.requirements.TakenAway.Kind;
import dev.escala.requirements.TakenAway.Means;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Takes behaviour out of the running application and puts it back, so that twenty of them
 * need one start: a method by its class in this virtual machine, a rule by a deployment.
 */
class Surgeon {

	private final Instrumentation machine = ByteBuddyAgent.install();

	private final RepositoryService repository;

	Surgeon(RepositoryService repository) {
		this.repository = repository;
	}

	/** Takes it away until the answer is closed. */
	Wound take(Means means) {
		return (means.kind() == Kind.SKIP) ? skip(means) : edit(means);
	}

	private Wound skip(Means means) {
		ResettableClassFileTransformer without = new AgentBuilder.Default().disableClassFormatChanges()
			.with(RedefinitionStrategy.RETRANSFORMATION)
			.with(RedefinitionStrategy.Listener.ErrorEscalating.FAIL_FAST)
			.with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
			.type(ElementMatchers.is(means.ownerType()))
			.transform((type, description, loader, module, domain) -> type
				.visit(Advice.to(Nothing.class).on(ElementMatchers.named(means.member()))))
			.installOn(this.machine);
		return () -> without.reset(this.machine, RedefinitionStrategy.RETRANSFORMATION);
	}

	private Wound edit(Means means) {
		Path file = table(means.owner());
		DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
		if (means.kind() == Kind.DROP) {
			Rule rule = rule(model, means.member());
			rule.getParentElement().removeChildElement(rule);
		}
		else {
			String[] turned = means.member().split(">");
			answerLike(rule(model, turned[0]), rule(model, turned[1]));
		}
		Deployment edited = this.repository.createDeployment()
			.addModelInstance(file.getFileName().toString(), model)
			.deploy();
		return () -> this.repository.deleteDeployment(edited.getId(), true);
	}

	private static void answerLike(Rule rule, Rule other) {
		Iterator<OutputEntry> answers = other.getOutputEntries().iterator();
		rule.getOutputEntries()
			.forEach((answer) -> answer.getText().setTextContent(answers.next().getText().getTextContent()));
	}

	private static Rule rule(DmnModelInstance model, String name) {
		Rule rule = model.getModelElementById("rule_" + name);
		if (rule == null) {
			throw new IllegalArgumentException("There is no rule " + name);
		}
		return rule;
	}

	private static Path table(String decision) {
		try (Stream<Path> files = Files.list(Path.of("dmn"))) {
			return files.filter((file) -> file.toString().endsWith(".dmn"))
				.filter((file) -> Dmn.readModelFromFile(file.toFile())
					.getModelElementsByType(Decision.class)
					.stream()
					.anyMatch((one) -> one.getId().equals(decision)))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("There is no decision " + decision));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Is healed by closing it. */
	interface Wound extends AutoCloseable {

		@Override
		void close();

	}

}
