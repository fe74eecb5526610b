package dev.escala.escalation;

/** What a case asks of the analyses of its root cause; another module knows them. */
public interface SharedAnalyses {

	/** Whether the customer has the analysis of this case (001-32). */
	boolean isShared(String number);

}
