package dev.escala.complaint.remedy;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import dev.escala.complaint.remedy.GrantedRemedy.Basis;
import dev.escala.complaint.remedy.RemedyLimits.Limit;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grants a remedy. What the table proposes is granted in advance, each once in a matter;
 * anything else is at the discretion of whoever grants it, with a reason and within the
 * limit of their groups (004-22); beyond that a commitment allows it that went through
 * the gate. Grants of one matter come one after the other.
 */
@Service
@Transactional
public class GrantRemedy {

	private final Matters matters;

	private final Remedies remedies;

	private final RemedyLimits limits;

	private final ExtraBudget budget;

	private final RemedyAuthority authority;

	private final RemedyRepository repository;

	private final Timeline timeline;

	private final Clock clock;

	GrantRemedy(Matters matters, Remedies remedies, RemedyLimits limits, ExtraBudget budget, RemedyAuthority authority,
			RemedyRepository repository, Timeline timeline, Clock clock) {
		this.matters = matters;
		this.remedies = remedies;
		this.limits = limits;
		this.budget = budget;
		this.authority = authority;
		this.repository = repository;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Grants it.
	 * @return by what right
	 * @throws InvalidInputException where a reason is missing, or the commitment that
	 * should allow it does not
	 * @throws ConflictException beyond the person's limit, saying how to ask, and where
	 * the matter is over
	 */
	public Basis grant(CaseNumber number, UserId user, RemedyRequest request) {
		Matter matter = this.matters.lock(number);
		if (!matter.open()) {
			throw new ConflictException("No se puede conceder nada: " + number + " " + matter.standing() + ".");
		}
		this.remedies.requireAllowed(number, request);
		Basis basis = basis(matter, user, request);
		this.repository.add(number, request, basis, user, this.clock.instant());
		this.timeline.add(number, user, "Concedió (" + basis.label() + ") " + request.told());
		return basis;
	}

	private Basis basis(Matter matter, UserId user, RemedyRequest request) {
		CaseNumber number = matter.number();
		if (request.kind() == RemedyKind.EXTRA) {
			this.budget.require(user, request.amount(), limit(number, user));
			return Basis.EXTRA;
		}
		if (request.commitment() != null) {
			this.authority.require(matter, request.commitment());
			return Basis.AUTHORISED;
		}
		List<GrantedRemedy> granted = this.repository.of(number);
		if (isStandard(number, request, granted)) {
			return Basis.STANDARD;
		}
		requireDiscretion(limit(number, user), request, granted);
		return Basis.DISCRETION;
	}

	private boolean isStandard(CaseNumber number, RemedyRequest request, List<GrantedRemedy> granted) {
		boolean before = granted.stream()
			.anyMatch((one) -> one.kind() == request.kind() && one.basis() == Basis.STANDARD);
		return !before && this.remedies.propose(number).stream().anyMatch((proposed) -> proposed.covers(request));
	}

	private static void requireDiscretion(Limit limit, RemedyRequest request, List<GrantedRemedy> granted) {
		if (request.reason() == null) {
			throw new InvalidInputException("reason",
					"Esto no es lo que propone la tabla, o ya se concedió: diga por qué se concede.");
		}
		BigDecimal before = granted.stream()
			.filter((one) -> one.basis() == Basis.DISCRETION)
			.map(GrantedRemedy::amount)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal together = before.add(request.amount());
		if (together.compareTo(limit.ofMatter()) > 0) {
			throw new ConflictException("Usted puede conceder hasta " + Euros.told(limit.ofMatter())
					+ " en una reclamación, y con esto serían " + Euros.told(together)
					+ ". Prepare un compromiso con el cliente («Compromiso comercial»): pida en él la autorización y, "
					+ "cuando esté cerrado, indique aquí su número.");
		}
	}

	private Limit limit(CaseNumber number, UserId user) {
		Optional<Limit> limit = this.limits.of(number, user);
		return limit.orElseThrow(() -> new ConflictException(
				"Sus grupos no conceden nada por decisión propia. Pídalo a quien lleva la reclamación."));
	}

}
