package dev.escala.pursuit;

import java.util.Arrays;

import dev.escala.reference.CaseNumber;

/** What is pursued: somebody who may want something, or somebody who wants it. */
public enum PursuitKind {

	PROSPECT("prospect", "PRO", "prospect_pursuit_number", "prospecto"),
	OPPORTUNITY("opportunity", "OPO", "opportunity_number", "oportunidad");

	private final String matterKind;

	private final String letters;

	private final String sequence;

	private final String label;

	PursuitKind(String matterKind, String letters, String sequence, String label) {
		this.matterKind = matterKind;
		this.letters = letters;
		this.sequence = sequence;
		this.label = label;
	}

	/** Whether the number is one of a prospect or an opportunity. */
	public static boolean isOne(CaseNumber number) {
		return Arrays.stream(values()).anyMatch((kind) -> number.value().startsWith(kind.prefix()));
	}

	/** Which kind has that number. */
	public static PursuitKind of(CaseNumber number) {
		return Arrays.stream(values())
			.filter((kind) -> number.value().startsWith(kind.prefix()))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No pursuit: " + number));
	}

	/** The name of this kind of matter; the key of its process too. */
	public String matterKind() {
		return this.matterKind;
	}

	/** The letters that its numbers begin with. */
	public String letters() {
		return this.letters;
	}

	/** What its numbers begin with, for example {@code PRO-}. */
	public String prefix() {
		return this.letters + "-";
	}

	/** The sequence that counts them. */
	public String sequence() {
		return this.sequence;
	}

	/** What one of them is called, in Spanish, within a sentence. */
	public String label() {
		return this.label;
	}

}
