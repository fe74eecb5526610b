package dev.escala.pursuit.taken;

import dev.escala.reference.UserId;

/** Who acts while nobody is there. */
public interface Importer {

	/** Does something as the person who confirmed the import, with their groups. */
	void as(UserId person, Runnable work);

	/** Whether what happens now is taken over from another system, and happened there. */
	boolean isAtWork();

}
