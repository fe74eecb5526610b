package dev.escala.complaint.answer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.escala.complaint.regime.DisputeBody;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterFlow;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterText;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the decision of a complaint from its points. What is missing is refused by
 * {@link DecisionDuty}, here and when the letter is corrected.
 */
@Service
@Transactional
public class DecisionLetter {

	/** Where forms show what is wrong with the letter as a whole. */
	public static final String FIELD = "decision";

	private final Matters matters;

	private final DecisionRounds rounds;

	private final DecisionFactsRepository facts;

	private final DecisionText text;

	private final Recourses recourses;

	private final CustomerLetters letters;

	private final LetterFlow flow;

	private final Clock clock;

	DecisionLetter(Matters matters, DecisionRounds rounds, DecisionFactsRepository facts, DecisionText text,
			Recourses recourses, CustomerLetters letters, LetterFlow flow, Clock clock) {
		this.matters = matters;
		this.rounds = rounds;
		this.facts = facts;
		this.text = text;
		this.recourses = recourses;
		this.letters = letters;
		this.flow = flow;
		this.clock = clock;
	}

	/** How the letter reads as the points stand: those that are open are not in it. */
	@Transactional(readOnly = true)
	public DecisionDraft preview(CaseNumber number, DecisionFacts facts) {
		List<ComplaintPoint> decided = this.rounds.points(number).stream().filter((point) -> !point.isOpen()).toList();
		List<String> remarks = new ArrayList<>();
		if (facts.language().isDraft()) {
			remarks.add("Las frases en este idioma son un borrador: que las lea alguien que lo hable.");
		}
		if (decided.stream().anyMatch(ComplaintPoint::isRefusal)) {
			this.recourses.toCheck(facts).stream().map(DecisionLetter::toCheck).forEach(remarks::add);
		}
		return new DecisionDraft(decided.isEmpty() ? "" : this.text.of(number, decided, facts).text(), remarks);
	}

	private static String toCheck(DisputeBody body) {
		return "Antes de nombrarla, compruebe en " + body.web() + " los datos de «" + body.name() + "».";
	}

	/**
	 * Writes the letter; the process {@code customerMessage} takes it from there.
	 * @param checks why it goes out in spite of what the checks find, and what else it
	 * touches
	 * @return the letter's id, for the variable {@code letterId} of that process
	 * @throws ConflictException where the decision is written already, or nobody knows
	 * whose complaint it is
	 * @throws dev.escala.validation.InvalidInputException with everything that is missing
	 */
	public long write(CaseNumber number, UserId author, DecisionFacts facts, Checks checks) {
		Matter matter = this.matters.lockFor(number, MatterAction.WRITE);
		if (matter.customerId() == null) {
			throw new ConflictException(
					"No se sabe qué cliente tiene " + number + ": identifíquelo antes de resolver.");
		}
		if (this.rounds.isWritten(number)) {
			throw new ConflictException("La resolución de " + number + " ya está escrita.");
		}
		this.facts.save(number, facts, author, this.clock.instant());
		String whole = preview(number, facts).text();
		return this.letters.write(number, LetterIntent.DECISION, matter.customerId(), author, new LetterText(FIELD,
				whole.isEmpty() ? "—" : whole, checks.overrideReason(), checks.legal(), checks.remedy(), true));
	}

	/** Whether some point of this round is not granted in full. */
	@Transactional(readOnly = true)
	public boolean isRefusal(CaseNumber number) {
		return this.rounds.points(number).stream().anyMatch(ComplaintPoint::isRefusal);
	}

	/** Whether the decision that was written last is carried out on paper. */
	@Transactional(readOnly = true)
	public boolean isOnPaper(CaseNumber number) {
		return this.facts.find(number).filter(DecisionFacts::onPaper).isPresent();
	}

	/** The language of what stands around that decision: English, or else Spanish. */
	@Transactional(readOnly = true)
	public Locale frame(CaseNumber number) {
		return this.facts.find(number).map((one) -> one.language().frame()).orElseGet(LetterLanguage.ES::frame);
	}

	/** The same, where no model calls the process of the letter. */
	public long send(CaseNumber number, UserId author, DecisionFacts facts, Checks checks) {
		long id = write(number, author, facts, checks);
		this.flow.start(number, id);
		return id;
	}

	/**
	 * What its author says of the letter, see {@link LetterText}.
	 *
	 * @param overrideReason why it goes out in spite of what the checks find, or
	 * {@code null}
	 * @param legal whether it touches legal matters
	 * @param remedy whether it touches compensation
	 */
	public record Checks(String overrideReason, boolean legal, boolean remedy) {

		/** Nothing to say. */
		public static final Checks NONE = new Checks(null, false, false);

	}

}
