package dev.escala.rootcause;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.escala.card.CardSection.Section;
import dev.escala.corrective.PlannedAction;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.rootcause.RootCauseAnalysis.Verdict;
import dev.escala.staffing.PersonNames;
import dev.escala.text.DateTexts;
import dev.escala.text.Dates;

import org.springframework.stereotype.Component;

/** An analysis as colleagues read it; none of it but the customer's version is told. */
@Component
public class AnalysisTexts {

	private final RootCauseAnalyses analyses;

	private final PersonNames names;

	private final DateTexts dates;

	AnalysisTexts(RootCauseAnalyses analyses, PersonNames names, DateTexts dates) {
		this.analyses = analyses;
		this.names = names;
		this.dates = dates;
	}

	/** All there is of the analysis of a matter; empty where nobody asked for one. */
	public List<Section> whole(CaseNumber number) {
		return this.analyses.find(number).map(this::whole).orElse(List.of());
	}

	/** How far the analysis of a matter got, in a few words; empty without one. */
	public String standing(CaseNumber number) {
		return this.analyses.find(number).map((known) -> known.status().label()).orElse("");
	}

	private List<Section> whole(RootCauseAnalysis analysis) {
		List<Section> sections = new ArrayList<>();
		sections.add(new Section("Por qué se pidió",
				analysis.request().reason() + signed(analysis.request().by(), analysis.request().at())));
		sections.add((analysis.internal() == null) ? new Section("RCA interno", "Sin escribir todavía.")
				: internal(analysis.internal()));
		sections.add((analysis.customerVersion() == null)
				? new Section("Versión para el cliente", "Se compone cuando el análisis interno está escrito.")
				: customerVersion(analysis));
		if (analysis.review() != null) {
			RootCauseAnalysis.Review review = analysis.review();
			sections.add(new Section("Última revisión", verdict(review.verdict())
					+ ((review.note() == null) ? "" : ": " + review.note()) + signed(review.reviewer(), review.at())));
		}
		if (analysis.sharing() != null && analysis.sharing().sharedAt() != null) {
			sections.add(new Section("Compartido con el cliente",
					((analysis.sharing().note() == null) ? "Sin nota." : analysis.sharing().note())
							+ signed(analysis.sharing().by(), analysis.sharing().sharedAt())));
		}
		return sections;
	}

	/** What the customer reads or will read. */
	public Section customerVersion(RootCauseAnalysis analysis) {
		return new Section("Versión para el cliente", analysis.customerVersion().text());
	}

	/** What was found out, with the actions as they were planned. */
	public Section internal(InternalAnalysis analysis) {
		String causes = IntStream.range(0, analysis.causes().size())
			.mapToObj((i) -> (i + 1) + ". " + analysis.causes().get(i))
			.collect(Collectors.joining("\n"));
		String actions = analysis.actions().stream().map(this::action).collect(Collectors.joining("\n"));
		return new Section("RCA interno", analysis.summary() + "\n\nCausas, del síntoma a la raíz:\n" + causes
				+ "\n\nAcciones correctivas:\n" + actions + "\n\nLo aprendido:\n" + analysis.lessons());
	}

	private String action(PlannedAction action) {
		return "- " + action.text() + " (" + this.names.name(action.owner()) + ", " + Dates.figures(action.dueOn())
				+ (action.done() ? ", hecha)" : ")");
	}

	private String signed(UserId who, Instant when) {
		return "\n" + this.names.name(who) + ", " + this.dates.brief(when);
	}

	private static String verdict(Verdict verdict) {
		return switch (verdict) {
			case APPROVED -> "Aprobada";
			case CORRECT -> "Hay que corregir el texto";
			case REDO -> "Hay que rehacer el análisis";
		};
	}

}
