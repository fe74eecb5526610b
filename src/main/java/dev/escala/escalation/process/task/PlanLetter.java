package dev.escala.escalation.process.task;

import java.util.List;

import dev.escala.customer.Customer;
import dev.escala.letter.LetterText;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * What the customer is told of a plan: what its author wrote, and below it the steps, so
 * that no plan is announced without them. Steps are written in Spanish; a customer who
 * reads English gets the author's words alone.
 */
@Component
class PlanLetter {

	private final Matters matters;

	PlanLetter(Matters matters) {
		this.matters = matters;
	}

	/**
	 * The letter with the steps of its plan.
	 * @throws InvalidInputException where both together are too long
	 */
	LetterText withSteps(CaseNumber number, LetterText written, List<String> steps) {
		if (steps.isEmpty() || readsEnglish(number)) {
			return written;
		}
		String whole = written.text() + "\n\nSu plan, paso a paso:\n"
				+ String.join("\n", steps.stream().map("- "::concat).toList());
		if (whole.length() > LetterText.LONGEST) {
			throw new InvalidInputException(written.field(), "El mensaje y los pasos del plan, juntos, ocupan "
					+ whole.length() + " caracteres, y caben " + LetterText.LONGEST + ": acorte uno de los dos.");
		}
		return new LetterText(written.field(), whole, written.overrideReason(), written.legal(), written.remedy());
	}

	private boolean readsEnglish(CaseNumber number) {
		return this.matters.customer(this.matters.get(number)).filter(Customer::readsEnglish).isPresent();
	}

}
