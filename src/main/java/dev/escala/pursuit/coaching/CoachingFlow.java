package dev.escala.pursuit.coaching;

/** The engine's side of practising. */
public interface CoachingFlow {

	/** Asks somebody to practise. */
	void start(long id);

}
