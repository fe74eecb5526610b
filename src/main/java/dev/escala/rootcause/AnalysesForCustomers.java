package dev.escala.rootcause;

import dev.escala.escalation.CustomerAnalyses;
import dev.escala.escalation.Escalation;

import org.springframework.stereotype.Component;

/** Lets the customer's page ask for an analysis. */
@Component
class AnalysesForCustomers implements CustomerAnalyses {

	private final RcaRequests requests;

	AnalysesForCustomers(RcaRequests requests) {
		this.requests = requests;
	}

	@Override
	public boolean isPossible(Escalation escalation) {
		return this.requests.isPossibleForCustomer(escalation);
	}

	@Override
	public void request(String number, String reason) {
		this.requests.requestAsCustomer(number, reason);
	}

}
