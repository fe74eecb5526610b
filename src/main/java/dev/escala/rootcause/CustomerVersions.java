package dev.escala.rootcause;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.escala.access.Staff;
import dev.escala.corrective.PlannedAction;
import dev.escala.customer.Customer;
import dev.escala.letter.check.Checked;
import dev.escala.letter.check.Finding;
import dev.escala.letter.check.Letter;
import dev.escala.letter.check.LetterChecks;
import dev.escala.matter.KindPart;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/**
 * Composes what the customer reads of an analysis (001-31), and looks through it.
 */
@Component
class CustomerVersions {

	/** Stands where an analysis was written before its author was asked for more. */
	static final String UNTOLD = "Falta lo que leerá el cliente: devuelva el análisis para que se escriba.";

	private final CustomerVersionComposer composer;

	private final LetterChecks checks;

	private final Matters matters;

	private final Staff staff;

	private final List<AnalysedKind> kinds;

	CustomerVersions(CustomerVersionComposer composer, LetterChecks checks, Matters matters, Staff staff,
			List<AnalysedKind> kinds) {
		this.composer = composer;
		this.checks = checks;
		this.matters = matters;
		this.staff = staff;
		this.kinds = kinds;
	}

	/** The text for the customer, who may read another language than we write. */
	String compose(Matter matter, CustomerAccount account) {
		return (account == null) ? UNTOLD
				: this.composer.compose(account, matter.number(), matter.subject(), language(matter));
	}

	/** The language that the customer reads: {@code es} or {@code en}. */
	String language(Matter matter) {
		return this.matters.customer(matter).filter(Customer::readsEnglish).isPresent() ? "en" : "es";
	}

	/** What a reviewer should look at, in Spanish. */
	List<String> warnings(RootCauseAnalysis analysis) {
		List<String> warnings = new ArrayList<>(findings(analysis));
		if ("en".equals(analysis.customerVersion().language())) {
			warnings.add("El cliente lee en inglés: compruebe que todo el texto lo está.");
		}
		return warnings;
	}

	/** What the checks of any letter say of it, and whom of ours it names (004-79). */
	List<String> findings(RootCauseAnalysis analysis) {
		String text = analysis.customerVersion().text();
		Checked checked = this.checks.check(new Letter(text, null));
		Stream<String> topics = Stream
			.of(text.equals(UNTOLD) ? UNTOLD : null,
					checked.mentionsLegal()
							? "Trata un asunto legal: consúltelo antes con quien lleva los asuntos legales." : null,
					checked.mentionsRemedy() ? "Trata una compensación: compruebe que está concedida." : null)
			.filter(Objects::nonNull);
		return Stream
			.of(checked.findings().stream().map(Finding::sentence), topics,
					new InternalNames(internalNames(analysis)).findings(text).stream())
			.flatMap((found) -> found)
			.toList();
	}

	private Stream<String> internalNames(RootCauseAnalysis analysis) {
		CaseNumber number = analysis.caseNumber();
		List<UserId> owners = analysis.internal().actions().stream().map(PlannedAction::owner).toList();
		Stream<UserId> involved = Stream.concat(
				Stream.of(analysis.internal().author(), analysis.request().by(), this.matters.get(number).ownerId()),
				KindPart.find(this.kinds.stream(), number).stream().flatMap((kind) -> kind.involved(number).stream()));
		return Stream.concat(owners.stream().map(UserId::value),
				Stream.concat(owners.stream(), involved)
					.filter(Objects::nonNull)
					.distinct()
					.flatMap((id) -> this.staff.find(id).stream())
					.map(Staff.Person::name));
	}

}
