package dev.escala.caselist;

/** Whether anything can still happen with it. */
public enum CaseState implements Choice {

	OPEN("abiertos", "Abiertos"), ENDED("terminados", "Terminados"), ALL("todos", "Todos");

	private final String word;

	private final String label;

	CaseState(String word, String label) {
		this.word = word;
		this.label = label;
	}

	@Override
	public String word() {
		return this.word;
	}

	@Override
	public String label() {
		return this.label;
	}

}
