package dev.escala.complaint.remedy;

import java.util.Map;

import dev.escala.complaint.classification.ReasonGroup;
import dev.escala.customer.Tier;
import dev.escala.matter.Severity;

/**
 * What decides which remedies are proposed.
 *
 * @param fault whose fault it was
 * @param reasonGroup what kind of harm it is about
 * @param severity how bad it is
 * @param tier of the customer
 */
public record RemedyFacts(Fault fault, ReasonGroup reasonGroup, Severity severity, Tier tier) {

	/** What the kind of a matter says of it; as long as it does not know, nobody does. */
	static RemedyFacts of(Map<String, Object> said, Severity severity, Tier tier) {
		return new RemedyFacts(Fault.valueOf(said.getOrDefault("fault", Fault.UNKNOWN).toString()),
				ReasonGroup.valueOf(said.getOrDefault("reasonGroup", ReasonGroup.OPERATIONAL).toString()), severity,
				tier);
	}

	Map<String, Object> inputs() {
		return Map.of("fault", this.fault, "reasonGroup", this.reasonGroup, "severity", this.severity, "tier",
				this.tier);
	}

}
