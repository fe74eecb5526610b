package dev.escala.complaint.answer;

import java.util.ArrayList;
import java.util.List;

import dev.escala.complaint.regime.DisputeBody;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/**
 * Composes a decision in the complaint's language: first the apology that fits and the
 * goal, then each point with its answer, what the customer gets, where to go if it is not
 * enough and what to do now (004-23, 004-58, 004-59, 004-60, 004-63; Ley 10/2025, art.
 * 13).
 */
@Component
class DecisionText {

	private final Recourses recourses;

	DecisionText(Recourses recourses) {
		this.recourses = recourses;
	}

	/** The parts of the letter; all points are decided. */
	LetterParts of(CaseNumber number, List<ComplaintPoint> points, DecisionFacts facts) {
		LetterLanguage in = facts.language();
		PointRuling outcome = outcome(points);
		return new LetterParts(facts.opening(), in.words("goal." + outcome, number.value()),
				points.stream().map((point) -> answer(point, in)).toList(), benefits(facts),
				outcome.isRefusal() ? recourse(facts) : List.of(),
				(facts.recording() == null) ? null : in.words("recording", facts.recording()),
				(facts.action() == null) ? in.words(
						"action." + (facts.onPaper() ? "paper." : "") + (outcome.isRefusal() ? "REFUSED" : "GRANTED"))
						: facts.action());
	}

	/** What was decided of the complaint as a whole. */
	static PointRuling outcome(List<ComplaintPoint> points) {
		List<PointRuling> rulings = points.stream().map(ComplaintPoint::ruling).distinct().toList();
		return (rulings.size() == 1) ? rulings.get(0) : PointRuling.PARTLY;
	}

	private static LetterParts.Answer answer(ComplaintPoint point, LetterLanguage in) {
		String ruling = in.words("ruling." + point.ruling()) + " " + point.reason()
				+ ((point.norm() == null) ? "" : "\n" + in.words("norm", point.norm()));
		return new LetterParts.Answer(point.position() + ". «" + point.words().replaceAll("[«»]", "") + "»", ruling);
	}

	private static List<String> benefits(DecisionFacts facts) {
		return facts.benefits().isEmpty() ? List.of() : headed(facts.language().words("benefits"), facts.benefits());
	}

	private List<String> recourse(DecisionFacts facts) {
		LetterLanguage in = facts.language();
		List<String> lines = new ArrayList<>();
		this.recourses.named(facts).forEach((body) -> lines.add(body(body, in)));
		if (facts.recourse() != null) {
			lines.add(facts.recourse());
		}
		return lines.isEmpty() ? List.of() : headed(in.words("recourse"), lines);
	}

	/** The table is written in Spanish and English: drafts quote the Spanish. */
	private String body(DisputeBody body, LetterLanguage in) {
		DisputeBody.Told told = body.told(in.code());
		return in.words("body", told.name(), told.address(), body.web(), told.condition()) + " "
				+ in.words(this.recourses.takesPart(body) ? "takesPart" : "stays");
	}

	private static List<String> headed(String heading, List<String> lines) {
		List<String> all = new ArrayList<>(List.of(heading));
		all.addAll(lines);
		return List.copyOf(all);
	}

}
