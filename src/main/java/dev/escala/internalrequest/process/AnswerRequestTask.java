package dev.escala.internalrequest.process;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.decisionlog.Ruling;
import dev.escala.decisionlog.Rulings;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.internalrequest.Answer;
import dev.escala.internalrequest.AnswerRequest;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** Decides, gives a date, asks back or passes on (000-31, 000-32). */
@Component
class AnswerRequestTask extends RequestTask {

	private final RequestFacts facts;

	private final AnswerRequest answers;

	private final Rulings rulings;

	AnswerRequestTask(RequestFacts facts, AnswerRequest answers, Rulings rulings) {
		super(InternalRequestProcess.ANSWER, false, facts);
		this.facts = facts;
		this.answers = answers;
		this.rulings = rulings;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		List<Map<String, String>> standing = this.rulings.standingOf(this.facts.request(scope).topic())
			.stream()
			.map(AnswerRequestTask::choice)
			.toList();
		return Map.of("standingDecisions", standing);
	}

	private static Map<String, String> choice(Ruling ruling) {
		return Map.of("value", ruling.number().value(), "label", ruling.number() + " · " + ruling.subject());
	}

	/**
	 * Every field is read, also those that the chosen answer hides: none stays behind.
	 */
	@Override
	public void complete(CompletedTask task) {
		String given = task.text("answerGiven");
		Answer answer = new Answer(task.text("outcome"), task.text("decision"), task.text("conditions"),
				task.text("reasoning"), task.text("validUntil"), task.flag("standing"), task.text("supersedes"),
				task.flag("jointWork"));
		String date = task.text("answerDate");
		String dateReason = task.text("dateReason");
		String question = task.text("question");
		String topic = task.text("newTopic");
		String transferReason = task.text("transferReason");
		if (!Set.of("decided", "date", "more", "otherGroup").contains(String.valueOf(given))) {
			throw new InvalidInputException("answerGiven",
					"Indique qué responde: la decisión, una fecha, lo que le falta saber, o que le toca a otro grupo.");
		}
		CaseNumber number = task.caseNumber();
		switch (given) {
			case "date" -> this.answers.giveDate(number, task.userId(), date, dateReason);
			case "more" -> this.answers.askBack(number, task.userId(), question);
			case "otherGroup" -> this.answers.reroute(number, task.userId(), topic, transferReason);
			default -> this.answers.decide(number, task.userId(), answer);
		}
		task.setFact(InternalRequestProcess.OTHER_GROUP, given.equals("otherGroup"));
		task.answer(given);
	}

}
