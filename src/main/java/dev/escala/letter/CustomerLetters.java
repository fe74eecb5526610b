package dev.escala.letter;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.letter.CustomerLetter.Reading;
import dev.escala.letter.CustomerLetter.Status;
import dev.escala.letter.CustomerLetter.Version;
import dev.escala.letter.check.Checked;
import dev.escala.letter.check.Finding;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters to the customers of a case until they may be sent: written, checked, read by
 * somebody else where {@code messageReview} says so, corrected.
 */
@Service
@Transactional
public class CustomerLetters {

	private static final int LONGEST_COMMENT = 4000;

	private final Matters matters;

	private final LetterRepository letters;

	private final LetterPreview preview;

	private final LetterDuties duties;

	private final Decisions decisions;

	private final Timeline timeline;

	private final Clock clock;

	CustomerLetters(Matters matters, LetterRepository letters, LetterPreview preview, LetterDuties duties,
			Decisions decisions, Timeline timeline, Clock clock) {
		this.matters = matters;
		this.letters = letters;
		this.preview = preview;
		this.duties = duties;
		this.decisions = decisions;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Somebody wrote a letter; the process {@code customerMessage} takes it from there.
	 * @return the letter's id, for the variable {@code letterId} of that process
	 * @throws dev.escala.validation.InvalidInputException with everything that the checks
	 * find, unless the author says why it goes out all the same
	 */
	public long write(CaseNumber number, LetterIntent intent, UserId author, LetterText written) {
		return write(number, intent, null, author, written);
	}

	/**
	 * The same for one customer only.
	 * @param customerId the only reader, or {@code null}
	 */
	public long write(CaseNumber number, LetterIntent intent, CustomerId customerId, UserId author,
			LetterText written) {
		this.matters.lockFor(number, intent.action());
		Checked checked = check(number, intent, customerId, author, written);
		long id = this.letters.add(number, intent, customerId, this.clock.instant());
		keep(number, id, intent, 1, author, written, checked);
		return id;
	}

	/** The author of a letter that was sent back corrects it; it is checked again. */
	public void correct(CaseNumber number, long id, UserId author, LetterText written) {
		CustomerLetter letter = lock(number, id);
		letter.require("corregir", Status.SENT_BACK);
		Checked checked = check(number, letter.intent(), letter.customerId(), author, written);
		keep(number, id, letter.intent(), letter.latest().number() + 1, author, written, checked);
		this.timeline.add(number, author, "Corrigió " + letter.intent().label() + " después de la segunda lectura.");
	}

	/**
	 * The letter as Escala puts it together now, or empty where only people can write it.
	 */
	@Transactional(readOnly = true)
	public Optional<String> composed(CaseNumber number, long id) {
		return this.duties.of(get(number, id).intent()).flatMap((duty) -> duty.composed(number));
	}

	/** The letter of a matter that allows it and is kept from others. */
	CustomerLetter lock(CaseNumber number, long id) {
		Matter matter = this.matters.lock(number);
		CustomerLetter letter = get(number, id);
		matter.requireAllowed(letter.intent().action());
		return letter;
	}

	private Checked check(CaseNumber number, LetterIntent intent, CustomerId customerId, UserId author,
			LetterText written) {
		this.duties.of(intent).ifPresent((duty) -> duty.require(number, author, written.field(), written.text()));
		Checked checked = this.preview.check(number, intent, customerId, written.text());
		if (!checked.findings().isEmpty() && written.overrideReason() == null) {
			Fields fields = new Fields();
			checked.findings().forEach((finding) -> fields.refuse(written.field(), finding.sentence()));
			fields.refuse("overrideReason",
					"Corríjalo o, si debe ir así, escriba por qué en «Motivo para enviarlo así».");
			fields.done();
		}
		return checked;
	}

	private void keep(CaseNumber number, long id, LetterIntent intent, int version, UserId author, LetterText written,
			Checked checked) {
		List<String> findings = checked.findings().stream().map(Finding::sentence).toList();
		String reason = findings.isEmpty() ? null : written.overrideReason();
		this.letters.addVersion(id,
				new Version(version, author, written.text(), findings, reason,
						checked.mentionsLegal() || written.legal(), checked.mentionsRemedy() || written.remedy(),
						this.clock.instant()));
		if (reason != null) {
			this.timeline.add(number, author, "Escribió " + intent.label() + " a pesar de las observaciones ("
					+ String.join(" ", findings) + ") Motivo: " + reason);
		}
		if (checked.policyWithAlternative() != null) {
			this.timeline.add(number, author,
					"Citó una política, con su alternativa: «" + checked.policyWithAlternative() + "»");
		}
	}

	/**
	 * Decides whether somebody else reads the letter before it goes out.
	 * @return whether
	 */
	public boolean decideReading(CaseNumber number, long id) {
		Matter matter = this.matters.get(number);
		CustomerLetter letter = get(number, id);
		letter.require("comprobar", Status.WRITTEN);
		Decision decision = this.decisions.decide(number, "messageReview",
				Map.of("severity", matter.severity().name(), "intent", letter.intent().name(), "tier",
						this.matters.tier(matter).name(), "mentionsLegal", letter.mentionsLegal(), "mentionsRemedy",
						letter.mentionsRemedy(), "hasOverrides", letter.hasOverrides(), "refuses",
						this.duties.of(letter.intent()).filter((duty) -> duty.refuses(number)).isPresent()));
		boolean needed = decision.flag("secondReader");
		this.letters.decided(id, needed ? Status.IN_READING : Status.CLEARED, needed ? decision.text("readers") : null,
				decision.reason());
		if (needed) {
			this.timeline.add(number, UserId.SYSTEM,
					"Otra persona lee antes " + letter.intent().label() + ": " + decision.reason() + ".");
		}
		return needed;
	}

	/**
	 * Refuses whoever wrote at the letter as its reader.
	 * @throws ForbiddenException saying so
	 */
	@Transactional(readOnly = true)
	public void requireReader(CaseNumber number, long id, UserId user) {
		if (get(number, id).authors().contains(user)) {
			throw new ForbiddenException("Usted escribió este mensaje: lo lee otra persona antes de enviarlo.");
		}
	}

	/**
	 * The second reader says whether the letter may go out.
	 * @param comment what should be better; must be there where it is sent back
	 * @throws ForbiddenException where the reader wrote at it
	 */
	public void read(CaseNumber number, long id, UserId reader, boolean approved, String comment) {
		CustomerLetter letter = lock(number, id);
		letter.require("leer", Status.IN_READING);
		requireReader(number, id, reader);
		Fields fields = new Fields();
		String said = approved ? fields.optional("readingComment", "el comentario", comment, LONGEST_COMMENT)
				: fields.required("readingComment", "qué debe cambiar", comment, LONGEST_COMMENT);
		fields.done();
		this.letters.addReading(id,
				new Reading(letter.latest().number(), reader, approved, said, this.clock.instant()));
		this.timeline.add(number, reader, approved ? "Leyó y aprobó " + letter.intent().label() + "." : "Devolvió "
				+ letter.intent().label() + " para que se corrija: " + said.lines().findFirst().orElse(""));
	}

	/**
	 * The process of the letter is over. Where the letter was not sent, the case says so.
	 */
	public void ended(CaseNumber number, long id) {
		find(number, id).filter((letter) -> !letter.status().isFinal()).ifPresent((letter) -> {
			this.letters.end(id, Status.DROPPED, null, this.clock.instant());
			this.timeline.add(number, UserId.SYSTEM, "Quedó sin enviar " + letter.intent().label()
					+ " que se había escrito para el cliente: ya no hacía falta.");
		});
	}

	/** The letter, if it is one of the case. */
	@Transactional(readOnly = true)
	public Optional<CustomerLetter> find(CaseNumber number, long id) {
		return this.letters.find(number, id);
	}

	/** The letters of a case, oldest first. */
	@Transactional(readOnly = true)
	public List<CustomerLetter> letters(CaseNumber number) {
		return this.letters.letters(number);
	}

	/** The letter; refuses one of another case. */
	@Transactional(readOnly = true)
	public CustomerLetter get(CaseNumber number, long id) {
		return find(number, id)
			.orElseThrow(() -> new NotFoundException(number + " no tiene ningún mensaje con el número " + id + "."));
	}

}
