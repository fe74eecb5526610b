package dev.escala.internalrequest;

/** What a process hands in that calls the process of a request. */
public final class RequestVariables {

	/** The number of the request. */
	public static final String REQUEST_NUMBER = "requestNumber";

	private RequestVariables() {
	}

}
