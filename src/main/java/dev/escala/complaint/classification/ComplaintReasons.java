package dev.escala.complaint.classification;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;

/** The reasons for which people complain, as the table in force has them (004-38). */
@Service
public class ComplaintReasons {

	private static final String TABLE = "complaintReasons";

	private static final String INPUT = "complaintReason";

	private final Decisions decisions;

	ComplaintReasons(Decisions decisions) {
		this.decisions = decisions;
	}

	/** Those that somebody can choose, in the order of the table. */
	public List<ComplaintReason> all() {
		return this.decisions.allowed(TABLE, INPUT)
			.stream()
			.flatMap((code) -> reason(code, this.decisions.consider(TABLE, Map.of(INPUT, code))).stream())
			.toList();
	}

	/**
	 * The reason with that code.
	 * @param number the complaint for which the decision is recorded, or {@code null}
	 * @throws InvalidInputException naming the reasons there are
	 */
	public ComplaintReason get(CaseNumber number, String code) {
		return Optional.ofNullable(code)
			.flatMap((known) -> reason(known,
					this.decisions.decideIfAny(number, "complaintReasons", Map.of(INPUT, known))))
			.orElseThrow(() -> new InvalidInputException(INPUT, "No se conoce ese motivo. Valores posibles: "
					+ String.join(", ", this.decisions.allowed(TABLE, INPUT)) + "."));
	}

	private static Optional<ComplaintReason> reason(String code, Decision answer) {
		return answer.matches().isEmpty() ? Optional.empty() : Optional
			.of(new ComplaintReason(code, ReasonGroup.valueOf(answer.text("reasonGroup")), answer.text("label")));
	}

}
