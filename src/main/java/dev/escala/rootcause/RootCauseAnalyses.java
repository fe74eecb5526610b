package dev.escala.rootcause;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.access.Staff;
import dev.escala.customer.Customer;
import dev.escala.lessons.Lessons;
import dev.escala.matter.KindPart;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.notification.Message;
import dev.escala.notification.Outbox;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.rootcause.RootCauseAnalysis.Verdict;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
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

	private final RootCauseAnalysisRepository analyses;

	private final CustomerVersionComposer composer;

	private final Matters matters;

	private final Staff staff;

	private final Outbox outbox;

	private final Lessons lessons;

	private final Timeline timeline;

	private final Clock clock;

	private final ZoneId zone;

	private final List<AnalysedKind> kinds;

	RootCauseAnalyses(RootCauseAnalysisRepository analyses, CustomerVersionComposer composer, Matters matters,
			Staff staff, Outbox outbox, Lessons lessons, Timeline timeline, Clock clock,
			@Value("${escala.zone}") ZoneId zone, List<AnalysedKind> kinds) {
		this.analyses = analyses;
		this.composer = composer;
		this.matters = matters;
		this.staff = staff;
		this.outbox = outbox;
		this.lessons = lessons;
		this.timeline = timeline;
		this.clock = clock;
		this.zone = zone;
		this.kinds = kinds;
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
	 * The internal analysis as the form has it, for the first time or again (001-30).
	 * @param actionLines {@code acción | responsable | dd/mm/aaaa}, see
	 * {@link ActionLines}
	 */
	public RootCauseAnalysis write(CaseNumber caseNumber, UserId author, String summary, List<String> causes,
			List<String> actionLines, String lessonsLearned) {
		InternalAnalysis analysis = new InternalAnalysis(author, this.clock.instant(), summary, causes,
				ActionLines.read(actionLines, LocalDate.now(this.clock.withZone(this.zone))), lessonsLearned);
		// Where the rules want the analysis nobody has asked for it before.
		this.analyses.add(RootCauseAnalysis.requested(caseNumber, UserId.SYSTEM, this.clock.instant(),
				"Lo piden las reglas del cierre."));
		RootCauseAnalysis written = locked(caseNumber).write(analysis);
		return saved(written, author, "Escribió el análisis de causa raíz interno, con " + causes.size()
				+ ((causes.size() == 1) ? " causa y " : " causas y ") + plural(analysis.actions().size()) + ".");
	}

	/** The customer's version, composed from the internal one (001-31). */
	public RootCauseAnalysis compose(CaseNumber caseNumber) {
		RootCauseAnalysis analysis = locked(caseNumber);
		Matter matter = this.matters.get(caseNumber);
		Optional<Customer> customer = this.matters.customer(matter);
		String language = customer.map(Customer::language).filter("en"::equals).orElse("es");
		String addressee = customer.map((known) -> known.recipient().map(Customer.Contact::name).orElse(known.name()))
			.orElse(matter.customerText());
		CustomerVersionComposer.Composed composed = this.composer.compose(analysis.internal(), caseNumber, addressee,
				matter.subject(), language, internalNames(analysis, matter));
		return saved(analysis.compose(composed.text(), language, composed.shortened()), UserId.SYSTEM,
				"Se compuso la versión del RCA para el cliente"
						+ (composed.shortened() ? ", acortada para que quepa en un mensaje." : "."));
	}

	/** Somebody else reads the customer's version (004-64). */
	public RootCauseAnalysis review(CaseNumber caseNumber, Verdict verdict, UserId reviewer, String note) {
		RootCauseAnalysis reviewed = locked(caseNumber).review(verdict, reviewer, this.clock.instant(), note);
		String text = switch (verdict) {
			case APPROVED -> "Aprobó la versión del RCA para el cliente.";
			case CORRECT -> "Devolvió la versión del RCA para el cliente para corregir el texto: ";
			case REDO -> "Devolvió el análisis de causa raíz para rehacerlo: ";
		};
		return saved(reviewed, reviewer, (verdict == Verdict.APPROVED) ? text : text + reviewed.review().note());
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

	/** Queues the message to the customer and records the lessons (001-32, 001-34). */
	public RootCauseAnalysis share(CaseNumber caseNumber) {
		RootCauseAnalysis shared = locked(caseNumber).share(this.clock.instant());
		Matter matter = this.matters.get(caseNumber);
		Customer.Contact recipient = recipient(matter);
		this.outbox.add(new Message(caseNumber, STEP, recipient.name(), recipient.email(), "customer-rca",
				Locale.forLanguageTag(shared.customerVersion().language()),
				Map.of("customer", this.matters.customer(matter).map(Customer::name).orElse(""), "number",
						caseNumber.value(), "subject", matter.subject(), "rcaText", shared.customerVersion().text())));
		this.lessons.add(caseNumber, shared.internal().lessons(), shared.internal().author());
		return saved(shared, shared.sharing().by(), "Compartió el RCA con " + recipient.name() + ".");
	}

	/** What the reviewer should look at in the present customer's version, in Spanish. */
	@Transactional(readOnly = true)
	public List<String> warnings(RootCauseAnalysis analysis) {
		List<String> warnings = new ArrayList<>();
		if (analysis.customerVersion().shortened()) {
			warnings.add("El texto se acortó, por el final de las frases, para que quepa en "
					+ InternalAnalysis.LONGEST_TEXT + " caracteres: compruebe que no falta nada importante.");
		}
		if ("en".equals(analysis.customerVersion().language())) {
			warnings.add("El cliente lee en inglés: compruebe que todo el texto lo está.");
		}
		Matter matter = this.matters.get(analysis.caseNumber());
		warnings.addAll(
				new CustomerWording(CustomerVersionComposer.names(analysis.internal(), internalNames(analysis, matter)),
						analysis.customerVersion().language())
					.findings(analysis.customerVersion().text()));
		return warnings;
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

	private List<String> internalNames(RootCauseAnalysis analysis, Matter matter) {
		Stream<UserId> owners = analysis.internal().actions().stream().map((action) -> UserId.nullable(action.owner()));
		Stream<UserId> involved = Stream.concat(
				Stream.of(analysis.internal().author(), analysis.request().by(), matter.ownerId()),
				KindPart.find(this.kinds.stream(), matter.number())
					.stream()
					.flatMap((kind) -> kind.involved(matter.number()).stream()));
		return Stream.concat(owners, involved)
			.filter(java.util.Objects::nonNull)
			.distinct()
			.flatMap((id) -> this.staff.find(id).stream())
			.map(Staff.Person::name)
			.toList();
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

}
