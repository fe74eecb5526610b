package dev.escala.inbound;

import java.util.List;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.inbound.mail.ParsedMail;
import dev.escala.inbound.opening.MailAssigned;
import dev.escala.inbound.opening.MailOpening;
import dev.escala.inbound.opening.OpeningMail;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What supervisors, managers and administrators do with mails that arrived: look for
 * them, give one to a case, or decide that nothing follows from it. No mail is ever
 * deleted here, and each step is kept with its reason.
 */
@Service
@Transactional
public class InboundQueue {

	/** What a list may be sorted by. */
	public static final List<String> SORTABLE = InboundMailRepository.SORT.names();

	private final InboundMailRepository mails;

	private final InboundQueueRepository queue;

	private final InboundAttachments attachments;

	private final MailContacts contacts;

	private final MailReader reader;

	private final Matters matters;

	private final Customers customers;

	private final Timeline timeline;

	private final List<MailOpening> openings;

	private final ApplicationEventPublisher events;

	private final CurrentUser user;

	InboundQueue(InboundMailRepository mails, InboundQueueRepository queue, InboundAttachments attachments,
			MailContacts contacts, MailReader reader, Matters matters, Customers customers, Timeline timeline,
			List<MailOpening> openings, ApplicationEventPublisher events, CurrentUser user) {
		this.mails = mails;
		this.queue = queue;
		this.attachments = attachments;
		this.contacts = contacts;
		this.reader = reader;
		this.matters = matters;
		this.customers = customers;
		this.timeline = timeline;
		this.openings = openings;
		this.events = events;
		this.user = user;
	}

	/**
	 * A part of the mails.
	 * @throws ForbiddenException where the person may not see them
	 */
	@Transactional(readOnly = true)
	public Page<InboundMail> page(InboundFilter filter, PageRequest part) {
		requireReader();
		return this.mails.page(filter, part);
	}

	/**
	 * How many mails there are of each status, whatever status the filter names.
	 * @throws ForbiddenException where the person may not see them
	 */
	@Transactional(readOnly = true)
	public Map<Status, Long> counts(InboundFilter filter) {
		requireReader();
		return this.mails.counts(filter);
	}

	/**
	 * One mail.
	 * @throws ForbiddenException where the person may not see it
	 * @throws NotFoundException where there is none with this id
	 */
	@Transactional(readOnly = true)
	public InboundEntry get(long id) {
		requireReader();
		InboundMail mail = this.mails.find(id).orElseThrow(() -> unknown(id));
		List<String> texts = this.mails.texts(id);
		return new InboundEntry(mail, texts.get(0), texts.get(1), this.attachments.files(id), this.mails.actions(id));
	}

	/** The mail as it came, see {@link #get}. */
	@Transactional(readOnly = true)
	public byte[] source(long id) {
		requireReader();
		return this.mails.find(id).map((mail) -> this.mails.source(id)).orElseThrow(() -> unknown(id));
	}

	/** What is in a file of a mail, see {@link #get}. */
	@Transactional(readOnly = true)
	public FileContent file(long id, long fileId) {
		return this.attachments.files(get(id).mail().id())
			.stream()
			.filter((file) -> file.id() == fileId)
			.findFirst()
			.flatMap((file) -> this.attachments.content(fileId).map((content) -> new FileContent(file, content)))
			.orElseThrow(() -> new NotFoundException("El correo " + id + " no tiene ese archivo, o no se guardó."));
	}

	/**
	 * Gives a mail to a case, where it becomes a contact of the customer; a case that is
	 * over is reopened for it or only keeps it.
	 * @throws ConflictException where the mail was treated already, or the case takes no
	 * contact
	 */
	public void assign(long id, AssignMail wanted) {
		InboundMail mail = forDecision(id);
		Matter matter = this.matters.find(new CaseNumber(wanted.caseNumber()))
			.orElseThrow(() -> new InvalidInputException("caseNumber",
					"No hay ningún escalamiento con el número " + wanted.caseNumber() + "."));
		UserId actor = this.user.id().orElseThrow();
		ParsedMail parsed = this.reader.read(this.mails.source(id), mail.cut());
		this.attachments.keep(id, parsed, mail.cut());
		this.timeline.add(matter.number(), actor,
				"Asignó al caso el correo " + id + " de " + from(mail) + ": " + wanted.reason());
		if (!matter.open() && wanted.reopen()) {
			this.matters.reopen(matter.number(), actor, wanted.reason());
		}
		if (matter.open() || wanted.reopen()) {
			this.contacts.add(matter.number(), id, parsed, customerOf(matter, mail));
		}
		this.queue.settle(id, Verdict.contact("Lo asignó una persona.", matter.number(), null));
		this.mails.record(mail, InboundEntry.Kind.ASSIGN, actor, wanted.reason());
		this.events.publishEvent(new MailAssigned(matter.number(), id, mail.arrivedAt(), actor));
	}

	/** The kinds of matters that may begin with a mail. */
	public List<MailOpening> openings() {
		return this.openings;
	}

	/**
	 * Begins a matter with a mail; once, however often somebody asks for it.
	 * @param kind the kind of matter, see {@link MailOpening#kind}
	 * @param customer code or name of the customer, or {@code null}: whoever sent it
	 * @param language in which language it is written, or {@code null}: that of the
	 * customer
	 * @return the matter, now or then begun
	 * @throws ConflictException where the mail is in a matter of that kind
	 */
	public CaseNumber open(long id, String kind, String customer, String language) {
		requireReader();
		MailOpening opening = this.openings.stream()
			.filter((one) -> one.kind().equals(kind))
			.findFirst()
			.orElseThrow(() -> new InvalidInputException("kind", "Con un correo no se abre «" + kind + "»."));
		InboundMail mail = this.mails.lock(id).orElseThrow(() -> unknown(id));
		if (mail.opened() != null) {
			return mail.opened();
		}
		if (!mail.canOpen()) {
			throw beingTreated(id);
		}
		if (mail.caseNumber() != null && opening.isOne(mail.caseNumber())) {
			throw new ConflictException("El correo " + id + " ya está en " + mail.caseNumber() + ".");
		}
		ParsedMail parsed = this.reader.read(this.mails.source(id), mail.cut());
		this.attachments.keep(id, parsed, mail.cut());
		List<String> texts = this.mails.texts(id);
		UserId actor = this.user.id().orElseThrow();
		CaseNumber number = opening.open(
				new OpeningMail(id, mail.sender(), mail.senderName(), mail.subject(),
						texts.get(0).isBlank() ? texts.get(1) : texts.get(0), mail.arrivedAt(), customer, language),
				actor);
		this.mails.opened(id, number);
		if (mail.status().isOpenToDecision()) {
			this.queue.settle(id, Verdict.contact("Con él se abrió " + number + ".", number, null));
		}
		else {
			this.timeline.add(mail.caseNumber(), actor, "Con el correo " + id + " del cliente abrió " + number + ".");
		}
		this.mails.record(mail, InboundEntry.Kind.OPEN, actor, number.value());
		return number;
	}

	/**
	 * Decides that nothing follows from a mail. It stays, and can still be assigned.
	 * @throws ConflictException where the mail was treated already
	 */
	public void discard(long id, String reason) {
		Fields fields = new Fields();
		String why = fields.required("reason", "el motivo", reason, AssignMail.LONGEST_REASON);
		fields.done();
		InboundMail mail = forDecision(id);
		if (mail.status() == Status.DISCARDED) {
			throw new ConflictException("El correo " + id + " ya está descartado.");
		}
		this.queue.settle(id, new Verdict(Status.DISCARDED, mail.why(), null, null, mail.suggestions()));
		this.mails.record(mail, InboundEntry.Kind.DISCARD, this.user.id().orElseThrow(), why);
	}

	private InboundMail forDecision(long id) {
		requireReader();
		InboundMail mail = this.mails.lock(id).orElseThrow(() -> unknown(id));
		if (!mail.status().isOpenToDecision()) {
			throw new ConflictException((mail.status() == Status.CONTACT)
					? "El correo " + id + " ya está en el caso " + mail.caseNumber() + "."
					: beingTreated(id).getMessage());
		}
		return mail;
	}

	private static ConflictException beingTreated(long id) {
		return new ConflictException("El correo " + id + " se está tratando ahora. Mírelo de nuevo en un momento.");
	}

	private CustomerId customerOf(Matter matter, InboundMail mail) {
		List<Customer> known = (mail.sender() == null) ? List.of() : this.customers.findByEmail(mail.sender());
		return this.matters.customers(matter)
			.stream()
			.map(Customer::id)
			.filter((one) -> known.stream().anyMatch((customer) -> customer.id().equals(one)))
			.findFirst()
			.orElse(null);
	}

	private static String from(InboundMail mail) {
		return (mail.sender() == null) ? "remitente ilegible" : mail.sender();
	}

	private void requireReader() {
		if (!this.user.isIn(Role.SUPERVISORS, Role.MANAGERS, Role.ADMINISTRATORS)) {
			throw new ForbiddenException("El correo de entrada lo ven supervisión, gerencia y administración.");
		}
	}

	private static NotFoundException unknown(long id) {
		return new NotFoundException("No existe ningún correo con el número " + id + ".");
	}

}
