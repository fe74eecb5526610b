package dev.escala.escalation.process.task;

import java.util.List;

import dev.escala.customer.Customer;
import dev.escala.engine.CompletedTask;
import dev.escala.letter.LetterText;
import dev.escala.matter.Matters;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * What the customer is told of a plan: what its author wrote, and below it the steps, so
 * that no plan is announced without them. Steps are written in Spanish; a customer who
 * reads English gets the author's words alone.
 */
@Component
class PlanLetter {

	/** The field of the form in which the author writes. */
	static final String MESSAGE = "customerMessage";

	private final Matters matters;

	PlanLetter(Matters matters) {
		this.matters = matters;
	}

	/** The letter of a form that asks for the plan and for what is said of it. */
	LetterText read(CompletedTask task) {
		LetterText written = text(task, task.text(MESSAGE));
		List<String> steps = task.lines("planSteps");
		if (steps.isEmpty() || readsEnglish(task)) {
			return written;
		}
		String whole = written.text() + "\n\nSu plan, paso a paso:\n"
				+ String.join("\n", steps.stream().map("- "::concat).toList());
		if (whole.length() > LetterText.LONGEST) {
			throw new InvalidInputException(MESSAGE, "El mensaje y los pasos del plan, juntos, ocupan " + whole.length()
					+ " caracteres, y caben " + LetterText.LONGEST + ": acorte uno de los dos.");
		}
		return text(task, whole);
	}

	private static LetterText text(CompletedTask task, String text) {
		return new LetterText(MESSAGE, text, task.text("overrideReason"), task.flag("legalMatter"),
				task.flag("remedyMatter"));
	}

	private boolean readsEnglish(CompletedTask task) {
		return this.matters.customer(this.matters.get(task.caseNumber()))
			.map(Customer::language)
			.filter("en"::equals)
			.isPresent();
	}

}
