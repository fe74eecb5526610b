package dev.escala.complaint.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.answer.ApologyCheck;
import dev.escala.complaint.answer.DecisionDraft;
import dev.escala.complaint.answer.DecisionFacts;
import dev.escala.complaint.answer.DecisionLetter;
import dev.escala.complaint.answer.LetterLanguage;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.remedy.Apologies;
import dev.escala.complaint.remedy.Apology;
import dev.escala.complaint.remedy.Fault;
import dev.escala.complaint.remedy.Remedies;
import dev.escala.complaint.remedy.RemedyKind;
import dev.escala.customer.Customer;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the letter with the decision of a complaint says besides its points. */
@Service
public class ComplaintDecisions {

	/** As many benefits a letter names at most; the latest. */
	private static final int MOST = 6;

	private final Complaints complaints;

	private final Matters matters;

	private final ComplaintLaw law;

	private final Apologies apologies;

	private final Remedies remedies;

	private final DecisionLetter letter;

	private final ApologyCheck check;

	private final SimilarDecisions similar;

	ComplaintDecisions(Complaints complaints, Matters matters, ComplaintLaw law, Apologies apologies, Remedies remedies,
			DecisionLetter letter, ApologyCheck check, SimilarDecisions similar) {
		this.complaints = complaints;
		this.matters = matters;
		this.law = law;
		this.apologies = apologies;
		this.remedies = remedies;
		this.letter = letter;
		this.check = check;
		this.similar = similar;
	}

	/**
	 * What it says of a complaint as it is now. Why it begins with that apology is
	 * recorded with the complaint (004-23, 004-25).
	 */
	@Transactional
	public DecisionFacts facts(CaseNumber number) {
		return facts(this.complaints.get(number), number);
	}

	/**
	 * The same, with what its author adds.
	 * @param benefits what else the customer gets, one line each
	 * @param action what the customer can do now, or {@code null} for the usual
	 * @param recourse where the customer can go, or {@code null} for what the table says
	 */
	@Transactional
	public DecisionFacts facts(CaseNumber number, List<String> benefits, String action, String recourse) {
		DecisionFacts known = facts(number);
		List<String> all = Stream.concat(benefits.stream(), known.benefits().stream()).distinct().toList();
		return new DecisionFacts(known.language(), known.country(), known.sector(), known.consumer(), all, action,
				known.recording(), recourse, known.opening(), known.onPaper());
	}

	/** How the letter would read now, with what its author should look at before. */
	@Transactional(readOnly = true)
	public DecisionDraft preview(CaseNumber number) {
		Complaint complaint = this.complaints.get(number);
		DecisionDraft draft = this.letter.preview(number, facts(complaint, null));
		List<String> remarks = new ArrayList<>(draft.remarks());
		if (fault(complaint) == Fault.UNKNOWN) {
			remarks
				.add("No consta de quién fue el fallo: la primera frase cambia cuando se anote en la investigación.");
		}
		if (this.check.isMixed(draft.text())) {
			remarks.add("Mezcla dos disculpas: la que reconoce un fallo y la que solo lamenta lo ocurrido. Así no se "
					+ "puede enviar: cambie el motivo del punto en el que sobra.");
		}
		if (this.letter.isRefusal(number)) {
			this.similar.of(number)
				.stream()
				.filter(SimilarDecisions.Similar::isGranted)
				.map((one) -> "En " + one.number() + " se dio la razón a quien reclamaba algo parecido («"
						+ one.subject() + "»). Si aquí no, diga en el motivo en qué es distinto.")
				.forEach(remarks::add);
		}
		return new DecisionDraft(draft.text(), remarks);
	}

	/**
	 * The facts.
	 * @param recorded the complaint for which the choice of the apology is recorded, or
	 * {@code null}
	 */
	private DecisionFacts facts(Complaint complaint, CaseNumber recorded) {
		LetterLanguage language = LetterLanguage.find(complaint.statement().language()).orElse(LetterLanguage.ES);
		return new DecisionFacts(language, complaint.statement().country(), this.law.sector(),
				complaint.statement().consumer(), benefits(complaint.number()), null, recording(complaint, language),
				null, opening(this.apologies.of(recorded, fault(complaint)), language), isOnPaper(complaint));
	}

	/**
	 * Somebody carries it out where the customer wants that, and where no mail would
	 * reach them.
	 */
	private boolean isOnPaper(Complaint complaint) {
		return complaint.statement().channel().isOnPaper()
				|| this.matters.customer(complaint.asMatter()).flatMap(Customer::recipient).isEmpty();
	}

	/** The table knows Spanish and English; no letter begins in another language. */
	private static String opening(Apology apology, LetterLanguage language) {
		return (language == LetterLanguage.ES || language == LetterLanguage.EN) ? apology.opening(language.code())
				: null;
	}

	private static String recording(Complaint complaint, LetterLanguage language) {
		if (complaint.statement().recording() == null) {
			return null;
		}
		return (language == LetterLanguage.EN)
				? "The call was recorded: if you want the recording, ask us and we will send it to you."
				: "La llamada se grabó: si quiere la grabación, pídanosla y se la enviamos.";
	}

	private static Fault fault(Complaint complaint) {
		return Optional.ofNullable(complaint.traits().fault()).map(Fault::valueOf).orElse(Fault.UNKNOWN);
	}

	/** What was granted, except the apology, with which the letter begins. */
	private List<String> benefits(CaseNumber number) {
		List<String> all = this.remedies.granted(number)
			.stream()
			.filter((remedy) -> remedy.kind() != RemedyKind.APOLOGY)
			.map((remedy) -> remedy.what().replaceAll("\\s+", " "))
			.toList();
		return all.subList(Math.max(0, all.size() - MOST), all.size());
	}

}
