package dev.escala.rootcause;

import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.tracking.CustomerAnalyses;

import org.springframework.stereotype.Component;

/** Lets the customer's page ask for an analysis. */
@Component
class AnalysesForCustomers implements CustomerAnalyses {

	private final RcaRequests requests;

	private final Matters matters;

	AnalysesForCustomers(RcaRequests requests, Matters matters) {
		this.requests = requests;
		this.matters = matters;
	}

	@Override
	public boolean isPossible(CaseNumber number) {
		return this.requests.isPossibleForCustomer(this.matters.get(number));
	}

	@Override
	public void request(CaseNumber number, String reason) {
		this.requests.requestAsCustomer(number, reason);
	}

}
