package dev.escala.pursuit.course;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.access.Role;
import dev.escala.matter.Matters;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.Capture;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitFlow;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.Standing;
import dev.escala.pursuit.Strategy;
import dev.escala.pursuit.persistence.PursuitRepository;
import dev.escala.pursuit.persistence.StagePassed;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.pursuit.stage.Stage;
import dev.escala.pursuit.stage.StageSource;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins to pursue a prospect or an opportunity. Every door ends here, so all give the
 * same result.
 */
@Service
@Transactional
public class RegisterPursuit {

	private static final int LONGEST_SUBJECT = 120;

	private final PursuitRepository repository;

	private final Pursuits pursuits;

	private final Registry registry;

	private final Profiles profiles;

	private final StageSource stages;

	private final Matters matters;

	private final Timeline timeline;

	private final PursuitFlow flow;

	private final Clock clock;

	RegisterPursuit(PursuitRepository repository, Pursuits pursuits, Registry registry, Profiles profiles,
			StageSource stages, Matters matters, Timeline timeline, PursuitFlow flow, Clock clock) {
		this.repository = repository;
		this.pursuits = pursuits;
		this.registry = registry;
		this.profiles = profiles;
		this.stages = stages;
		this.matters = matters;
		this.timeline = timeline;
		this.flow = flow;
		this.clock = clock;
	}

	/**
	 * Registers it and starts its process.
	 * @throws InvalidInputException naming every field that is wrong
	 * @throws ConflictException where that is pursued already, naming the number
	 */
	public CaseNumber begin(PursuitKind kind, SaidPursuit said, UserId by) {
		Pursuit pursuit = register(kind, said, by);
		this.flow.start(pursuit);
		return pursuit.number();
	}

	/** Registers what a form has started the process of. */
	public Pursuit register(PursuitKind kind, SaidPursuit said, UserId by) {
		Fields fields = new Fields();
		String name = fields.requiredLine("party", "quién es: su código o su nombre", said.party(), 200);
		Capture capture = fields.oneOf("capture", "de dónde viene", said.capture(), Capture.class, null);
		Strategy strategy = (kind == PursuitKind.PROSPECT)
				? fields.oneOf("strategy", "la estrategia", said.strategy(), Strategy.class, null)
				: fields.oneOf("strategy", "la estrategia", said.strategy(), Strategy.class, Strategy.BOTTOM_UP);
		String request = (kind == PursuitKind.OPPORTUNITY)
				? fields.required("request", "qué pide", said.request(), 1000) : null;
		Profile profile = fields.part(said.profile()::checked);
		fields.done();
		Party party = (kind == PursuitKind.PROSPECT) ? this.registry.prospect(name, said.sector(), said.employees())
				: this.registry.known(name);
		Pursuit pursuit = add(kind, party, capture, strategy, (kind == PursuitKind.PROSPECT) ? party.name() : request,
				null, null, by);
		this.profiles.begin(pursuit.number(), profile);
		this.registry.lookUp(party, by).forEach((found) -> this.timeline.add(pursuit.number(), UserId.SYSTEM, found));
		return pursuit;
	}

	/** A prospect wants to buy: the opportunity that it becomes begins. */
	Pursuit convert(Pursuit prospect, String request, UserId by) {
		Party party = this.registry.party(prospect);
		Pursuit opportunity = add(PursuitKind.OPPORTUNITY, party, prospect.capture(), prospect.strategy(), request,
				prospect.number(), prospect.ownerId(), by);
		this.flow.start(opportunity);
		return opportunity;
	}

	private Pursuit add(PursuitKind kind, Party party, Capture capture, Strategy strategy, String subject,
			CaseNumber cameFrom, UserId owner, UserId by) {
		String line = Shortening.firstLine(subject, LONGEST_SUBJECT);
		refuseSecond(kind, party, line);
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Stage first = this.stages.latest(kind).first();
		CaseNumber number = this.repository.nextNumber(kind, now);
		Pursuit pursuit = new Pursuit(number, kind, party.kind(), party.id(), party.name(),
				(party.kind() == Party.Kind.CUSTOMER) ? new CustomerId(party.id()) : null, line, capture, strategy,
				new Standing(first.code(), first.name(), first.kind(), now), Role.SALES.groupId(), owner,
				Pursuit.Plan.NONE, cameFrom, Pursuit.Deal.NONE, by, now, null);
		this.matters.register(number, kind.matterKind());
		if (!this.repository.insert(pursuit)) {
			throw new ConflictException((cameFrom != null) ? cameFrom + " ya es una oportunidad."
					: "Otra persona acaba de registrar a " + party.name() + ": ábralo en Casos.");
		}
		this.repository.add(new StagePassed(number, null, first.code(), first.name(), first.kind(), by, now,
				(subject.equals(line)) ? null : subject));
		this.timeline.add(number, by,
				(cameFrom == null) ? "Registró " + article(kind) + " (" + capture.label() + "): " + subject
						: "Viene de " + cameFrom + ". Pide: " + subject);
		return pursuit;
	}

	/** A prospect is pursued once at a time, a deal once. */
	private void refuseSecond(PursuitKind kind, Party party, String subject) {
		List<Pursuit> open = this.pursuits.of(party.kind(), party.id())
			.stream()
			.filter((one) -> one.kind() == kind && one.isOpen())
			.filter((one) -> kind == PursuitKind.PROSPECT || one.subject().strip().equalsIgnoreCase(subject.strip()))
			.toList();
		if (!open.isEmpty()) {
			throw new ConflictException(party.name() + " ya se está siguiendo en "
					+ open.stream().map((one) -> one.number().value()).collect(Collectors.joining(", "))
					+ ": siga ahí, o ciérrelo antes de empezar de nuevo.");
		}
	}

	private static String article(PursuitKind kind) {
		return (kind == PursuitKind.PROSPECT) ? "el prospecto" : "la oportunidad";
	}

}
