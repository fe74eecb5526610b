package dev.escala.matter;

import java.util.List;
import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.validation.ConflictException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a matter may be closed (001-28): the conditions stand with whom they concern.
 */
@Service
@Transactional(readOnly = true)
public class ClosingConditions {

	/** Who has a condition asks about matters, too. */
	private final ObjectProvider<ClosingCondition> conditions;

	ClosingConditions(ObjectProvider<ClosingCondition> conditions) {
		this.conditions = conditions;
	}

	/** Whether nothing keeps the matter open. */
	public boolean areMet(CaseNumber number) {
		return obstacle(number).isEmpty();
	}

	/**
	 * Refuses while something keeps the matter open.
	 * @throws ConflictException naming what it is
	 */
	public void require(CaseNumber number) {
		obstacle(number).ifPresent((open) -> {
			throw new ConflictException("No se puede cerrar " + number + " mientras " + open);
		});
	}

	private Optional<String> obstacle(CaseNumber number) {
		List<ClosingCondition> ordered = this.conditions.orderedStream().toList();
		return ordered.stream().flatMap((condition) -> condition.obstacle(number).stream()).findFirst();
	}

}
