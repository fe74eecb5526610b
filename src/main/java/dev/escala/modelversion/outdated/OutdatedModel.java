package dev.escala.modelversion.outdated;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.modelversion.ModelVersion;
import dev.escala.text.Shortening;

/**
 * A model of an owner that the gate of this release would not let in.
 *
 * @param version the owner's
 * @param problems what is wrong with it and how to mend it, one Spanish line each
 * @param foundAt when Escala said so first
 * @param instead Escala's own, with which new work begins, or {@code null}: the owner's
 * is still in force
 * @param hindered why Escala's own could not take its place; empty where it did, or where
 * Escala brings none
 */
public record OutdatedModel(ModelVersion version, List<String> problems, Instant foundAt, ModelVersion instead,
		List<String> hindered) {

	private static final int TOLD = 3;

	/** Its page has all of it. */
	private static final int LONGEST = 240;

	/** What is wrong, what holds now and what to do, in Spanish. */
	public String sentence() {
		String name = "«" + this.version.name() + "» (" + this.version.fileName() + "), en la " + this.version.said()
				+ ((this.version.by() == null) ? "" : " que desplegó " + this.version.by())
				+ ", no pasa las comprobaciones de esta versión de Escala: ";
		String rest = (this.problems.size() > TOLD) ? " Y " + (this.problems.size() - TOLD) + " más." : "";
		String first = this.problems.stream()
			.limit(TOLD)
			.map((problem) -> Shortening.withEllipsis(problem, LONGEST))
			.collect(Collectors.joining(" "));
		return name + first + rest + " " + now() + " Lo corrige en /modelos/vigentes quien cuida los modelos.";
	}

	/** What holds now, in Spanish. */
	public String now() {
		if (this.instead != null) {
			return switch (this.version.kind()) {
				case PROCESS -> "Lo que ya estaba en marcha sigue con ella (" + this.version.running()
						+ "); lo nuevo empieza con la que trae Escala.";
				case TABLE -> "Desde ahora se decide con la que trae Escala.";
				case FORM -> "Desde ahora se muestra el que trae Escala.";
			};
		}
		return "Sigue en vigor, porque "
				+ (this.hindered.isEmpty() ? "Escala no trae otra."
						: "la que trae Escala tampoco puede entrar: " + String.join(" ", this.hindered))
				+ " Lo que llegue a esa parte puede quedarse parado.";
	}

}
