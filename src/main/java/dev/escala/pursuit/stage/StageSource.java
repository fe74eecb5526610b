package dev.escala.pursuit.stage;

import dev.escala.pursuit.PursuitKind;
import dev.escala.reference.CaseNumber;

/** Where the stages stand: in the models. */
public interface StageSource {

	/** The stages of the model with which the process of a pursuit runs. */
	StagePlan of(CaseNumber number);

	/** The stages of the model with which the next process begins. */
	StagePlan latest(PursuitKind kind);

}
