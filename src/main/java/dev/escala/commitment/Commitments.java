package dev.escala.commitment;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Staff;
import dev.escala.commitment.persistence.CommitmentRepository;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.pipeline.PartyLookups;
import dev.escala.policy.Situation;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prepares commitments and closes them. Whether one is allowed is asked again at the very
 * moment: no way in leads round that (000-19).
 */
@Service
@Transactional
public class Commitments {

	private final CommitmentRepository repository;

	private final CoverageCheck coverage;

	private final Parties parties;

	private final PartyLookups lookups;

	private final InternalRequests requests;

	private final Staff staff;

	private final Timeline timeline;

	private final CommitmentFlow flow;

	private final Clock clock;

	Commitments(CommitmentRepository repository, CoverageCheck coverage, Parties parties, PartyLookups lookups,
			InternalRequests requests, Staff staff, Timeline timeline, CommitmentFlow flow, Clock clock) {
		this.repository = repository;
		this.coverage = coverage;
		this.parties = parties;
		this.lookups = lookups;
		this.requests = requests;
		this.staff = staff;
		this.timeline = timeline;
		this.flow = flow;
		this.clock = clock;
	}

	/** The commitment; refuses an unknown number. */
	@Transactional(readOnly = true)
	public Commitment get(CaseNumber number) {
		return find(number)
			.orElseThrow(() -> new NotFoundException("No hay ningún compromiso con el número " + number + "."));
	}

	@Transactional(readOnly = true)
	public Optional<Commitment> find(CaseNumber number) {
		return this.repository.find(number);
	}

	/** Prepares a commitment and starts its process, which leads to the gate. */
	public Commitment prepare(Input input, UserId user) {
		CaseNumber number = register(input, user).number();
		this.flow.start(number);
		return get(number);
	}

	/**
	 * Prepares a commitment whose process has been started by a form.
	 * @throws InvalidInputException naming every field that is wrong
	 */
	public Commitment register(Input input, UserId user) {
		Fields fields = new Fields();
		String content = fields.required("commitmentText", "a qué se va a comprometer", input.commitmentText(), 4000);
		String wanted = fields.requiredLine("party", "el cliente o prospecto", input.party(), 200);
		Set<Situation> situations = EnumSet.noneOf(Situation.class);
		for (String name : (input.situations() == null) ? List.<String>of() : input.situations()) {
			Optional.ofNullable(fields.oneOf("situations", "lo que se da en este caso", name, Situation.class, null))
				.ifPresent(situations::add);
		}
		CaseNumber request = knownRequest(fields, "request", input.request());
		fields.done();
		Party party = this.parties.one("party", wanted);
		this.lookups.found(party, user).forEach((found) -> situations.add(found.situation()));
		return add(party, content, situations, request, user, null);
	}

	/**
	 * Prepares what a matter commits to; the process of the matter leads to the gate. It
	 * is covered only by a decision that was asked for in the same words.
	 */
	public Commitment prepareFor(CaseNumber matter, Party party, String content, Set<Situation> situations,
			UserId user) {
		Set<Situation> all = EnumSet.noneOf(Situation.class);
		all.addAll(situations);
		this.lookups.found(party, user).forEach((found) -> all.add(found.situation()));
		return add(party, content, all, null, user, matter);
	}

	private Commitment add(Party party, String content, Set<Situation> situations, CaseNumber request, UserId user,
			CaseNumber matter) {
		Commitment commitment = new Commitment(this.repository.nextNumber(this.clock.instant()),
				CommitmentStatus.PREPARED, party, content, situations, request, user, department(user),
				this.clock.instant(), null, null, null, matter);
		this.repository.insert(commitment);
		this.timeline.add(commitment.number(), user, "Quiere comprometerse con " + party.name() + ": " + content);
		return commitment;
	}

	private String department(UserId user) {
		return this.staff.groupsOf(user).stream().findFirst().map(Staff.Team::id).orElse("agents");
	}

	private CaseNumber knownRequest(Fields fields, String field, String value) {
		CaseNumber request = CaseNumber.nullable(fields.optionalLine(field, "la solicitud que lo autoriza", value, 20));
		if (request != null && this.requests.find(request).isEmpty()) {
			fields.refuse(field, "No hay ninguna solicitud interna con el número «" + request
					+ "». Déjelo vacío y se le pedirá la decisión que falta.");
		}
		return request;
	}

	/** Another request is to cover it. */
	public void coverBy(CaseNumber number, UserId user, String request) {
		Fields fields = new Fields();
		CaseNumber known = knownRequest(fields, "coveringRequest", request);
		if (known == null && (request == null || request.isBlank())) {
			fields.refuse("coveringRequest", "Falta el número de la solicitud que lo autoriza.");
		}
		fields.done();
		lock(number).requirePrepared();
		this.repository.authorise(number, known);
		this.timeline.add(number, user, "Lo tiene que autorizar " + known + ".");
	}

	/**
	 * Commits, if that is allowed at this moment.
	 * @throws ConflictException saying why it is not
	 */
	public void commit(CaseNumber number, UserId user, String told) {
		Fields fields = new Fields();
		String said = fields.required("toldText", "qué le dijo al cliente", told, 2000);
		fields.done();
		Commitment commitment = lock(number);
		commitment.requirePrepared();
		Coverage now = this.coverage.coverage(commitment);
		if (!now.allows()) {
			throw new ConflictException("Todavía no puede comprometerse. " + now.reason());
		}
		this.repository.commit(number, CommitmentStatus.COMMITTED, this.clock.instant(), said, now.decisionNumber());
		this.timeline.add(number, user, "Se comprometió. " + now.reason() + " Dijo: " + said);
	}

	/**
	 * The same over HTTP: only where the gate of the process has let it through.
	 * @throws ConflictException saying why there is nothing to complete
	 */
	public Commitment confirm(CaseNumber number, String told) {
		get(number).requirePrepared();
		if (!this.flow.complete(number, told)) {
			Coverage now = this.coverage.shown(get(number));
			throw new ConflictException("Todavía no puede comprometerse. "
					+ (now.allows() ? "La puerta aún no se ha abierto: inténtelo en unos segundos." : now.reason()));
		}
		return get(number);
	}

	/** Gives it up. */
	public void abandon(CaseNumber number, UserId user, String reason) {
		Fields fields = new Fields();
		String why = fields.required("abandonReason", "por qué no se compromete", reason, 1000);
		fields.done();
		lock(number).requirePrepared();
		settle(number, CommitmentStatus.ABANDONED, why);
		this.timeline.add(number, user, "No se compromete: " + why);
	}

	/**
	 * The matter goes on without it: nothing becomes of it any more.
	 * @return why not, one Spanish sentence
	 */
	public String close(CaseNumber number) {
		Commitment commitment = lock(number);
		if (commitment.status() != CommitmentStatus.PREPARED) {
			return commitment.settledNote();
		}
		Coverage now = this.coverage.coverage(commitment);
		settle(number, (now.state() == Coverage.State.REFUSED) ? CommitmentStatus.REFUSED : CommitmentStatus.ABANDONED,
				now.reason());
		this.timeline.add(number, UserId.SYSTEM, "Queda sin efecto: " + now.reason());
		return now.reason();
	}

	/**
	 * The gate has closed: it was decided against, or given up.
	 * @param processInstanceId the instance that ended; another than its own means
	 * nothing
	 */
	public void closeRefused(CaseNumber number, String processInstanceId) {
		Commitment commitment = lock(number);
		if (commitment.status() == CommitmentStatus.PREPARED
				&& this.repository.isCarriedBy(number, processInstanceId)) {
			settle(number, CommitmentStatus.REFUSED, this.coverage.coverage(commitment).reason());
			this.timeline.add(number, UserId.SYSTEM, "No está autorizado.");
		}
	}

	private void settle(CaseNumber number, CommitmentStatus status, String note) {
		this.repository.settle(number, status, this.clock.instant(), note);
	}

	/** The commitment, kept from others until the transaction ends. */
	Commitment lock(CaseNumber number) {
		return this.repository.lock(number)
			.orElseThrow(() -> new NotFoundException("No hay ningún compromiso con el número " + number + "."));
	}

	/**
	 * A commitment as somebody sent it; any part may be missing or wrong.
	 *
	 * @param party code or name of a customer or prospect
	 * @param commitmentText to what
	 * @param situations what of the policy applies
	 * @param request the request that allows it, or {@code null}
	 */
	public record Input(String party, String commitmentText, List<String> situations, String request) {
	}

}
