package dev.escala.decisionlog;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.reference.RulingNumber;
import dev.escala.validation.ForbiddenException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with the register themselves: management enters decisions that are known
 * already, and whoever answers for a decision revokes it.
 */
@Service
@Transactional
public class RulingDesk {

	private final Rulings rulings;

	private final CurrentUser user;

	RulingDesk(Rulings rulings, CurrentUser user) {
		this.rulings = rulings;
		this.user = user;
	}

	/**
	 * The group in whose name the person enters decisions.
	 * @throws ForbiddenException where they may not
	 */
	public String enteringGroup() {
		if (this.user.isIn(Role.DIRECTORS)) {
			return Role.DIRECTORS.groupId();
		}
		if (this.user.isIn(Role.MANAGERS)) {
			return Role.MANAGERS.groupId();
		}
		throw new ForbiddenException("Las decisiones las anotan aquí Gerencia y Dirección. "
				+ "Si necesita una, pídala con una solicitud interna.");
	}

	/**
	 * Records a decision that management knows already, see {@link Rulings#record}.
	 * @throws ForbiddenException where the person may not
	 */
	public Ruling enter(NewRuling ruling) {
		enteringGroup();
		return this.rulings.record(ruling);
	}

	/** Whether the person may revoke the decision while it is in force. */
	@Transactional(readOnly = true)
	public boolean mayRevoke(Ruling ruling) {
		return this.user.isIn(Role.MANAGERS, Role.DIRECTORS, Role.ADMINISTRATORS)
				|| this.user.id().filter(ruling.decidedBy()::equals).isPresent();
	}

	/**
	 * Takes back a decision, see {@link Rulings#revoke}.
	 * @throws ForbiddenException where the person may not
	 */
	public void revoke(RulingNumber number, String reason) {
		if (!mayRevoke(this.rulings.get(number))) {
			throw new ForbiddenException("Una decisión la revocan quien la tomó, Gerencia, Dirección y Administración. "
					+ "Pídaselo a alguien de allí.");
		}
		this.rulings.revoke(number, this.user.id().orElseThrow(), reason);
	}

}
