package dev.escala.complaint.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.classification.ComplaintReason;
import dev.escala.complaint.classification.ComplaintReasons;
import dev.escala.complaint.term.ComplaintTerm;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.routing.Decisions;
import dev.escala.routing.ExplainedDecision;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What it was found to be, by which version of which table; its terms, each with its norm
 * and the way in which its date was counted; what was missing.
 */
@Component
@Order(20)
class TermPart implements EvidencePart {

	private final EvidenceRepository repository;

	private final ComplaintTerms terms;

	private final ComplaintReasons reasons;

	private final Decisions decisions;

	TermPart(EvidenceRepository repository, ComplaintTerms terms, ComplaintReasons reasons, Decisions decisions) {
		this.repository = repository;
		this.terms = terms;
		this.reasons = reasons;
		this.decisions = decisions;
	}

	@Override
	public List<EvidenceSection> sections(Complaint complaint, EvidenceTexts texts) {
		List<EvidenceSection> sections = new ArrayList<>();
		Complaint.Traits traits = complaint.traits();
		sections.addAll(EvidenceSection.of("Cómo se clasificó")
			.line("Gravedad", complaint.severity().label())
			.line("Motivo", reason(traits.reason()))
			.line("Consumidor vulnerable, según dijo", traits.vulnerable() ? "sí" : null)
			.line("65 años o más, según dijo", traits.senior() ? "sí" : null)
			.line("Se rompió una promesa", traits.brokenPromise() ? "sí" : null)
			.line("Se contó en público", traits.publicExposure() ? "sí" : null)
			.line("Lo que se averiguó", traits.finding())
			.build());
		for (ComplaintTerm term : this.terms.list(complaint.number())) {
			sections.addAll(EvidenceSection.of("Plazo " + term.code() + (term.binding() ? ", el que obliga" : ""))
				.line("Norma", term.norm())
				.line("Hasta cuándo", term.told())
				.line("Primer instante fuera de plazo", texts.moment(term.dueAt()))
				.line("Cómo se contó", String.join("\n", term.because()))
				.line("Se avisó de que vencía", texts.moment(term.warnedAt()))
				.line("Venció sin respuesta", texts.moment(term.missedAt()))
				.line("La respuesta salió", texts.moment(term.metAt()))
				.line("Cumplido", (term.metAt() == null) ? null : EvidenceTexts.yes(!term.isMissed()))
				.build());
		}
		this.repository.asked(complaint.number())
			.forEach((cure) -> sections.addAll(EvidenceSection.of("Lo que faltaba y se pidió")
				.line("Se pidió", cure.missing())
				.line("Quién y cuándo", texts.person(cure.by()) + ", " + texts.moment(cure.at()))
				.line("Último día para completarla", cure.until())
				.line("Llegó", texts.moment(cure.completedAt()))
				.line("Lo que completó", cure.completion())
				.build()));
		List<ExplainedDecision> explained = new ArrayList<>(this.decisions.explained(complaint.number()));
		Collections.reverse(explained);
		EvidenceSection.Builder tables = EvidenceSection.of("Qué tablas lo decidieron, y por qué");
		explained
			.forEach((one) -> tables.line(one.table() + ", versión " + one.version(),
					texts.moment(one.decidedAt()) + "\n" + String.join("; ", one.inputs()) + "\n" + one.answers()
						.stream()
						.map((answer) -> "→ " + answer.reason() + " (" + String.join("; ", answer.outputs()) + ")")
						.collect(Collectors.joining("\n"))));
		sections.addAll(tables.build());
		return sections;
	}

	private String reason(String code) {
		return (code == null) ? null
				: this.reasons.all()
					.stream()
					.filter((one) -> one.code().equals(code))
					.map(ComplaintReason::label)
					.findFirst()
					.orElse(code);
	}

}
