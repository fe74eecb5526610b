package dev.escala.rootcause;

import java.util.List;
import java.util.Optional;

import dev.escala.matter.KindPart;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * What an analysis asks of a kind of matter; one bean for each kind that has analyses.
 */
public interface AnalysedKind extends KindPart {

	/** Whether somebody asked for the analysis while the matter ran. */
	boolean isRequested(CaseNumber number);

	/**
	 * Somebody entitled asks for the analysis while the matter runs (001-29).
	 * @return whether nobody had asked before
	 */
	boolean request(CaseNumber number, UserId by, String reason);

	/** Whether the matter was closed, its work done, without an analysis. */
	boolean closedWithout(CaseNumber number);

	/**
	 * How the matter ended where there is nothing to analyse, in Spanish; empty where
	 * there is.
	 */
	Optional<String> endedWithoutWork(CaseNumber number);

	/** The user ids of those who had to do with the matter beside its owner. */
	List<UserId> involved(CaseNumber number);

}
