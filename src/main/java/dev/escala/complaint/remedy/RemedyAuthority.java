package dev.escala.complaint.remedy;

import dev.escala.commitment.Commitment;
import dev.escala.commitment.CommitmentStatus;
import dev.escala.commitment.Commitments;
import dev.escala.customer.Customer;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * Whether a commitment allows a remedy beyond somebody's limit: one that went through the
 * gate by a decision (000-19), with the same customer, and that no other remedy used up.
 */
@Component
class RemedyAuthority {

	private static final String FIELD = "commitment";

	private final Commitments commitments;

	private final Matters matters;

	private final RemedyRepository repository;

	RemedyAuthority(Commitments commitments, Matters matters, RemedyRepository repository) {
		this.commitments = commitments;
		this.matters = matters;
		this.repository = repository;
	}

	/**
	 * Refuses a commitment that does not allow it.
	 * @throws InvalidInputException saying why it does not
	 */
	void require(Matter matter, CaseNumber number) {
		Commitment commitment = this.commitments.find(number)
			.orElseThrow(() -> refusal("No hay ningún compromiso con el número " + number + "."));
		if (commitment.status() != CommitmentStatus.COMMITTED) {
			throw refusal(number + " está «" + commitment.status().label() + "»: no autoriza nada.");
		}
		if (commitment.decisionNumber() == null) {
			throw refusal(number + " se cerró sin que nadie lo decidiera: no autoriza nada por encima de su límite.");
		}
		if (this.matters.customer(matter).map(Customer::code).filter(commitment.party().code()::equals).isEmpty()) {
			throw refusal(
					number + " es de " + commitment.party().name() + ", no del cliente de " + matter.number() + ".");
		}
		if (this.repository.isUsed(number)) {
			throw refusal(number + " ya autorizó otra reparación.");
		}
	}

	private static InvalidInputException refusal(String why) {
		return new InvalidInputException(FIELD, why);
	}

}
