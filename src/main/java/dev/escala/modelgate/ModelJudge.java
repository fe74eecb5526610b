package dev.escala.modelgate;

import java.util.List;

/** Judges files against what takes effect here, and deploys none of them. */
public interface ModelJudge {

	/** What somebody would be told who deployed them together now. */
	Verdict judge(List<ModelFile> files);

	/**
	 * Whether a file still comes in that once did, or is Escala's own. What no release
	 * changes does not count: its version tag, and who is there to do the work.
	 */
	Verdict judgeAgain(ModelFile file);

}
