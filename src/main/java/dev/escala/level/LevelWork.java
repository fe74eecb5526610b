package dev.escala.level;

/**
 * Work that a level has to do for a matter; whoever has such work says whether it waits.
 */
public interface LevelWork {

	/**
	 * Whether somebody still has to attend to the matter because it went up to a level.
	 */
	boolean awaits(String number, int level);

}
