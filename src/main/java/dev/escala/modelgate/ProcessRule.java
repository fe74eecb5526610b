package dev.escala.modelgate;

import java.util.List;

import dev.escala.modelgate.file.BpmnFile;

/** A rule that looks at each file with processes by itself. */
public interface ProcessRule extends ModelRule {

	/** Looks at one file. */
	void check(BpmnFile file, Findings findings);

	@Override
	default List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		submission.processes().forEach((file) -> check(file, findings));
		return findings.list();
	}

}
