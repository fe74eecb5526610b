package dev.escala.followup;

/**
 * What came of the calls of a year, by when they were over.
 *
 * @param year which
 * @param spoken how many customers were spoken with
 * @param unreached how many could not be reached
 * @param leftAlone how many do not want to be called
 * @param skipped how many were not called, with a reason
 * @param right of how many it is right
 * @param wanted for how many it does what they wanted
 * @param complaints how many complaints came of it
 * @param recommends how many would recommend us
 * @param recommendsAsked how many were asked that
 * @param club how many want to be in the club
 * @param clubAsked how many were asked that
 * @param advice how many advised us something
 * @param questions how many asked something
 * @param answered how many of these have their answer
 */
public record FollowUpFigures(int year, long spoken, long unreached, long leftAlone, long skipped, long right,
		long wanted, long complaints, long recommends, long recommendsAsked, long club, long clubAsked, long advice,
		long questions, long answered) {

	/** How many were called, whether or not they answered. */
	public long called() {
		return this.spoken + this.unreached + this.leftAlone;
	}

	/** A share of something as text; of nothing there is none. */
	public String share(long part, long whole) {
		return (whole == 0) ? "—" : Math.round(100.0 * part / whole) + " %";
	}

}
