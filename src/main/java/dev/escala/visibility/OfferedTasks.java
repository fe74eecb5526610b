package dev.escala.visibility;

import dev.escala.reference.CaseNumber;

/** Knows what is to be done now. */
public interface OfferedTasks {

	/** Whether whoever asks has a task of that case, or may take one. */
	boolean isAnyForMe(CaseNumber number);

}
