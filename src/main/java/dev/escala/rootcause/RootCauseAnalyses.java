package dev.escala.rootcause;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.corrective.CorrectiveActions;
import dev.escala.customer.Customer;
import dev.escala.lessons.Lessons;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.notice.CustomerNotices;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.rootcause.RootCauseAnalysis.Verdict;
import dev.escala.staffing.PersonSearch;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries the analysis of a case from the problem coordinator to the customer (001-30 to
 * 001-32). Each step is one transaction, told in the case's timeline.
 */
@Service
@Transactional
public class RootCauseAnalyses {

	/** The step under which the customer's message is queued: once for a case. */
	private static final String STEP = "rca";

	private static final String TEMPLATE = "customer-rca";

	private final RootCauseAnalysisRepository analyses;

	private final CustomerVersions versions;

	private final Matters matters;

	private final CustomerNotices notices;

	private final Lessons lessons;

	private final Timeline timeline;

	private final Clock clock;

	private final ZoneId zone;

	private final PersonSearch people;

	private final CorrectiveActions actions;

	RootCauseAnalyses(RootCauseAnalysisRepository analyses, CustomerVersions versions, Matters matters,
			CustomerNotices notices, Lessons lessons, Timeline timeline, PersonSearch people, CorrectiveActions actions,
			Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.analyses = analyses;
		this.versions = versions;
		this.matters = matters;
		this.notices = notices;
		this.lessons = lessons;
		this.timeline = timeline;
		this.clock = clock;
		this.zone = zone;
		this.people = people;
		this.actions = actions;
	}

	/** The analysis of a case, or empty where none was asked for or written. */
	@Transactional(readOnly = true)
	public Optional<RootCauseAnalysis> find(CaseNumber caseNumber) {
		return this.analyses.find(caseNumber);
	}

	/** Whether the customer has the analysis of this matter (001-32). */
	@Transactional(readOnly = true)
	public boolean isShared(CaseNumber caseNumber) {
		return find(caseNumber).filter((rca) -> rca.status() == RcaStatus.SHARED).isPresent();
	}

	/**
	 * The analysis as the form has it, for the first time or again: the internal one
	 * (001-30), and what its author tells the customer.
	 */
	public RootCauseAnalysis write(CaseNumber caseNumber, UserId author, Written internal, Written forCustomer) {
		LocalDate today = LocalDate.now(this.clock.withZone(this.zone));
		Fields fields = new Fields();
		InternalAnalysis analysis = fields
			.part(() -> new InternalAnalysis(author, this.clock.instant(), internal.summary(), internal.causes(),
					ActionLines.read(internal.actions(), today, this.people::read), internal.lessons()));
		CustomerAccount account = fields.part(() -> new CustomerAccount(forCustomer.summary(), forCustomer.causes(),
				ActionLines.readForCustomer(forCustomer.actions(), today), forCustomer.lessons()));
		fields.done();
		requireFitting(this.versions.compose(this.matters.get(caseNumber), account));
		// Where the rules want the analysis nobody has asked for it before.
		this.analyses.add(RootCauseAnalysis.requested(caseNumber, UserId.SYSTEM, this.clock.instant(),
				"Lo piden las reglas del cierre."));
		RootCauseAnalysis written = locked(caseNumber).write(analysis, account);
		int causes = analysis.causes().size();
		return saved(written, author, "Escribió el análisis de causa raíz interno, con " + causes
				+ ((causes == 1) ? " causa y " : " causas y ") + plural(analysis.actions().size()) + ".");
	}

	private static void requireFitting(String text) {
		int over = text.length() - InternalAnalysis.LONGEST_TEXT;
		if (over > 0) {
			throw new InvalidInputException(CustomerAccount.SUMMARY,
					"Lo que leerá el cliente no cabe en un mensaje, por "
							+ Sentences.counted(over, "carácter", "caracteres")
							+ ", entre el resumen, las causas, las acciones y lo que cambia.");
		}
	}

	/** The customer's version, composed from what was written for them (001-31). */
	public RootCauseAnalysis compose(CaseNumber caseNumber) {
		RootCauseAnalysis analysis = locked(caseNumber);
		Matter matter = this.matters.get(caseNumber);
		return saved(
				analysis.compose(this.versions.compose(matter, analysis.account()), this.versions.language(matter)),
				UserId.SYSTEM, "Se compuso la versión del RCA para el cliente.");
	}

	/**
	 * Somebody else reads the customer's version (004-64). Whoever approves it in spite
	 * of what the checks find says why. With the approval the corrective actions begin.
	 */
	public RootCauseAnalysis review(CaseNumber caseNumber, Verdict verdict, UserId reviewer, String note) {
		if (verdict == Verdict.APPROVED
				&& CustomerVersions.UNTOLD.equals(locked(caseNumber).customerVersion().text())) {
			throw new InvalidInputException("rcaReview", CustomerVersions.UNTOLD);
		}
		if (verdict == Verdict.APPROVED && (note == null || note.isBlank())
				&& !this.versions.findings(locked(caseNumber)).isEmpty()) {
			throw new InvalidInputException("reviewNote",
					"El texto tiene observaciones, que están en «Conviene mirar»: "
							+ "pida que se corrija o escriba en los comentarios por qué debe ir así.");
		}
		RootCauseAnalysis reviewed = locked(caseNumber).review(verdict, reviewer, this.clock.instant(), note);
		if (verdict == Verdict.APPROVED) {
			// From here on nobody writes the analysis again: its actions are agreed.
			this.actions.begin(caseNumber, reviewed.internal().actions());
		}
		String text = switch (verdict) {
			case APPROVED -> "Aprobó la versión del RCA para el cliente.";
			case CORRECT -> "Devolvió la versión del RCA para el cliente para corregir el texto: ";
			case REDO -> "Devolvió el análisis de causa raíz para rehacerlo: ";
		};
		String said = reviewed.review().note();
		return saved(reviewed, reviewer, switch (verdict) {
			case APPROVED -> text + ((said == null) ? "" : " " + said);
			case CORRECT, REDO -> text + said;
		});
	}

	/** The customer's version worded again by a person. */
	public RootCauseAnalysis correct(CaseNumber caseNumber, UserId by, String text) {
		return saved(locked(caseNumber).correct(by, text), by, "Corrigió la versión del RCA para el cliente.");
	}

	/**
	 * The executive lets it go to the customer (001-32); refused while nobody at the
	 * customer has an address.
	 */
	public RootCauseAnalysis release(CaseNumber caseNumber, UserId by, String note) {
		RootCauseAnalysis released = locked(caseNumber).release(by, this.clock.instant(), note);
		recipient(this.matters.get(caseNumber));
		String told = "Decidió compartir el RCA con el cliente";
		return saved(released, by,
				(released.sharing().note() == null) ? told + "." : told + ": " + released.sharing().note());
	}

	/**
	 * Queues the message for every customer of the case and records the lessons (001-32,
	 * 001-34).
	 */
	public RootCauseAnalysis share(CaseNumber caseNumber) {
		RootCauseAnalysis shared = locked(caseNumber).share(this.clock.instant());
		Map<String, Object> text = Map.of("rcaText", shared.customerVersion().text());
		if (shared.account() == null) {
			// It was composed for the customer of the case, by name.
			this.notices.tell(caseNumber, STEP, TEMPLATE, text, Set.of(this.matters.get(caseNumber).customerId()));
		}
		else {
			this.notices.tell(caseNumber, STEP, TEMPLATE, text);
		}
		this.lessons.add(caseNumber, shared.internal().lessons(), shared.internal().author());
		return saved(shared, shared.sharing().by(), "Compartió el RCA con el cliente.");
	}

	/** What the reviewer should look at in the present customer's version, in Spanish. */
	@Transactional(readOnly = true)
	public List<String> warnings(RootCauseAnalysis analysis) {
		return this.versions.warnings(analysis);
	}

	private Customer.Contact recipient(Matter matter) {
		Customer customer = this.matters.customer(matter)
			.orElseThrow(() -> new ConflictException("El caso " + matter.number()
					+ " no tiene un cliente identificado, y sin él no hay a quién enviar el RCA."));
		return customer.recipient()
			.orElseThrow(() -> new ConflictException("No se puede compartir el RCA: ningún contacto de "
					+ customer.name() + " tiene correo electrónico. Complete el correo de contacto del cliente "
					+ customer.code() + " y vuelva a completar esta tarea."));
	}

	private RootCauseAnalysis locked(CaseNumber caseNumber) {
		return this.analyses.lock(caseNumber)
			.orElseThrow(() -> new NotFoundException("El caso " + caseNumber + " no tiene análisis de causa raíz."));
	}

	private RootCauseAnalysis saved(RootCauseAnalysis analysis, UserId actor, String told) {
		this.analyses.save(analysis);
		this.timeline.add(analysis.caseNumber(), actor, told);
		return analysis;
	}

	private static String plural(int actions) {
		return (actions == 1) ? "una acción correctiva" : actions + " acciones correctivas";
	}

	/**
	 * The parts of a form as they were typed.
	 *
	 * @param summary what happened
	 * @param causes one per line
	 * @param actions one per line, see {@link ActionLines}
	 * @param lessons what was learned
	 */
	public record Written(String summary, List<String> causes, List<String> actions, String lessons) {
	}

}
