package dev.escala.pursuit.call;

import dev.escala.validation.Fields;

/**
 * A call as somebody wants to note it; valid by construction.
 *
 * @param result what came of it
 * @param channel by which way
 * @param minutes how long it took, 0 to 600 (004-10)
 * @param note what was said, or {@code null}; there is one of each conversation
 */
public record SaidCall(CallResult result, CallChannel channel, int minutes, String note) {

	private static final int LONGEST_CALL = 600;

	/**
	 * Reads it.
	 * @return the call, or {@code null} where nobody called
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public static SaidCall read(String result, String channel, Integer minutes, String note) {
		Fields fields = new Fields();
		CallResult what = fields.optionalOneOf("callResult", "qué pasó al llamar", result, CallResult.class);
		if (what == null) {
			if (channel != null || minutes != null || note != null) {
				fields.refuse("callResult",
						"Diga qué pasó al llamar o escribir: un intento, una conversación o una cita.");
			}
			fields.done();
			return null;
		}
		CallChannel way = fields.oneOf("callChannel", "por qué vía", channel, CallChannel.class, CallChannel.PHONE);
		if (minutes != null && (minutes < 0 || minutes > LONGEST_CALL)) {
			fields.refuse("callMinutes", "Los minutos van de 0 a " + LONGEST_CALL + "; no " + minutes + ".");
		}
		if (what.isTalk() && minutes == null) {
			fields.refuse("callMinutes", "Falta cuántos minutos duró la conversación.");
		}
		String said = what.isTalk() ? fields.required("callNote", "qué se dijo", note, 1000)
				: fields.optional("callNote", "qué se dijo", note, 1000);
		fields.done();
		return new SaidCall(what, way, (minutes == null) ? 0 : minutes, said);
	}

}
