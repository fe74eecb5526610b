package dev.escala.complaint.view;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.card.CardSection;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.decision.SimilarDecisions;
import dev.escala.complaint.decision.SimilarDecisions.Similar;
import dev.escala.reference.CaseNumber;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/**
 * What others were answered who complained of the same, for whoever decides, writes or
 * reads the answer: a departure is explained.
 */
@Component
class SimilarSection implements CardSection {

	private static final Set<String> TASKS = Set.of(PAGE, "userTask_decideComplaint", "userTask_answerComplaint",
			"userTask_readMessage", "userTask_correctMessage");

	private final Complaints complaints;

	private final SimilarDecisions similar;

	SimilarSection(Complaints complaints, SimilarDecisions similar) {
		this.complaints = complaints;
		this.similar = similar;
	}

	@Override
	public List<Section> sections(CaseNumber number, String taskKey) {
		if (!number.value().startsWith(Complaint.PREFIX) || !TASKS.contains(taskKey)
				|| this.complaints.find(number).filter(Complaint::isOpen).isEmpty()) {
			return List.of();
		}
		List<Similar> all = this.similar.of(number);
		return all.isEmpty() ? List.of() : List.of(new Section("Parecidas que ya se respondieron", all.stream()
			.map((one) -> one.number() + " · " + one.subject() + " · " + Sentences.within(one.decision().label()))
			.collect(Collectors.joining("\n")) + "\nSi aquí se decide otra cosa, la respuesta dice en qué es distinto.",
				all.stream().map((one) -> new Link("Ver " + one.number(), "/reclamaciones/" + one.number())).toList()));
	}

}
