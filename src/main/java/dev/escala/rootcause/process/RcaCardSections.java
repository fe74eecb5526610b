package dev.escala.rootcause.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.card.Card;
import dev.escala.card.CardSection;
import dev.escala.customer.Customer;
import dev.escala.matter.AffectedCustomer;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.rootcause.AnalysisTexts;
import dev.escala.rootcause.RcaRequests;
import dev.escala.rootcause.RootCauseAnalyses;
import dev.escala.rootcause.RootCauseAnalysis.Verdict;
import dev.escala.rootcause.RootCauseAnalysis;

import org.springframework.stereotype.Component;

/**
 * Shows above the tasks of the analysis what its reader needs: the internal analysis, the
 * customer's version, what the reviewer said.
 */
@Component
class RcaCardSections implements CardSection {

	private final RootCauseAnalyses analyses;

	private final RcaRequests requests;

	private final Matters matters;

	private final Staff staff;

	private final AnalysisTexts texts;

	RcaCardSections(RootCauseAnalyses analyses, RcaRequests requests, Matters matters, Staff staff,
			AnalysisTexts texts) {
		this.texts = texts;
		this.analyses = analyses;
		this.requests = requests;
		this.matters = matters;
		this.staff = staff;
	}

	@Override
	public List<Section> sections(CaseNumber caseNumber, String taskKey) {
		Optional<RootCauseAnalysis> analysis = this.analyses.find(caseNumber);
		return switch (taskKey) {
			case RootCauseProcess.WRITE -> beforeWriting(caseNumber, analysis);
			case RootCauseProcess.REVIEW -> analysis.map(this::forReview).orElse(List.of());
			case RootCauseProcess.CORRECT -> analysis.map(this::forCorrection).orElse(List.of());
			case RootCauseProcess.SHARE -> analysis.map(this::beforeSharing).orElse(List.of());
			default -> List.of();
		};
	}

	@Override
	public List<Card.Action> actions(CaseNumber caseNumber) {
		Matter matter = this.matters.get(caseNumber);
		return this.requests.isPossible(matter) ? List.of(new Card.Action("Pedir un RCA",
				this.matters.api(matter.number()) + "/rca-request", List.of(new Card.Input("reason", "Motivo"))))
				: List.of();
	}

	private List<Section> beforeWriting(CaseNumber caseNumber, Optional<RootCauseAnalysis> analysis) {
		List<Section> sections = new ArrayList<>();
		analysis.ifPresent((known) -> {
			if (known.review() != null && known.review().verdict() == Verdict.REDO) {
				sections.add(note(known));
			}
			else if (known.internal() == null) {
				sections.add(new Section("Por qué se pide", known.request().reason()));
			}
		});
		if (customer(caseNumber).filter(Customer::readsEnglish).isPresent()) {
			sections.add(new Section("El cliente lee en inglés",
					"Escriba en inglés lo que leerá el cliente; el análisis interno puede ir en español."));
		}
		return sections;
	}

	private List<Section> forReview(RootCauseAnalysis analysis) {
		List<Section> sections = new ArrayList<>();
		sections.add(this.texts.customerVersion(analysis));
		warnings(analysis).ifPresent(sections::add);
		if (analysis.review() != null) {
			sections.add(note(analysis));
		}
		sections.add(this.texts.internal(analysis.internal()));
		return sections;
	}

	private List<Section> forCorrection(RootCauseAnalysis analysis) {
		List<Section> sections = new ArrayList<>(List.of(note(analysis)));
		warnings(analysis).ifPresent(sections::add);
		sections.add(this.texts.internal(analysis.internal()));
		return sections;
	}

	private List<Section> beforeSharing(RootCauseAnalysis analysis) {
		if (customer(analysis.caseNumber()).flatMap(Customer::recipient).isEmpty()) {
			return List.of(this.texts.customerVersion(analysis), new Section("Se enviará a",
					"Ningún contacto del cliente tiene correo electrónico: complételo antes de compartir."));
		}
		String readers = this.matters.affected(this.matters.get(analysis.caseNumber()))
			.stream()
			.map((affected) -> reader(affected, analysis.customerVersion().language()))
			.collect(Collectors.joining("\n"));
		return List.of(this.texts.customerVersion(analysis), new Section("Se enviará a", readers));
	}

	private Optional<Section> warnings(RootCauseAnalysis analysis) {
		return Optional.of(this.analyses.warnings(analysis))
			.filter((warnings) -> !warnings.isEmpty())
			.map((warnings) -> new Section("Conviene mirar",
					warnings.stream().map("- "::concat).collect(Collectors.joining("\n"))));
	}

	private static String reader(AffectedCustomer affected, String language) {
		String how = affected.customer()
			.flatMap(Customer::recipient)
			.map((contact) -> contact.name() + " <" + contact.email() + ">")
			.orElse("sin correo, se le llamará por teléfono");
		boolean other = affected.customer()
			.map(Customer::language)
			.filter((reads) -> !reads.equals(language))
			.isPresent();
		return "- " + affected.name() + ": " + how + (other ? " (lee en otro idioma)" : "");
	}

	private Section note(RootCauseAnalysis analysis) {
		String reviewer = this.staff.nameOf(analysis.review().reviewer());
		return new Section("Nota de la última revisión, de " + reviewer, analysis.review().note());
	}

	private Optional<Customer> customer(CaseNumber caseNumber) {
		return this.matters.find(caseNumber).flatMap(this.matters::customer);
	}

}
