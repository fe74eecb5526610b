package dev.escala.level;

import dev.escala.reference.CaseNumber;

/**
 * Work that a level has to do for a matter; whoever has such work says whether it waits.
 */
public interface LevelWork {

	/**
	 * Whether somebody still has to attend to the matter because it went up to a level.
	 */
	boolean awaits(CaseNumber number, int level);

}
