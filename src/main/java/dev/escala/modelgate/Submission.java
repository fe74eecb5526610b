package dev.escala.modelgate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.DmnFile;
import dev.escala.modelgate.file.FormFile;
import dev.escala.modelgate.file.UnreadableModelException;

/** The files that are to be deployed together, each read once. */
public final class Submission {

	private final List<ModelFile> files;

	private final List<BpmnFile> processes = new ArrayList<>();

	private final List<DmnFile> tables = new ArrayList<>();

	private final List<FormFile> forms = new ArrayList<>();

	private final List<Problem> unreadable = new ArrayList<>();

	/**
	 * Reads the files.
	 * @param files in the order in which they were sent
	 */
	public Submission(List<ModelFile> files) {
		this.files = List.copyOf(files);
		read(List.of(".bpmn", ".bpmn20.xml"), BpmnFile::parse, this.processes);
		read(List.of(".dmn", ".dmn11.xml"), DmnFile::parse, this.tables);
		read(List.of(".form"), FormFile::parse, this.forms);
	}

	/** All files in the order in which they were sent. */
	public List<ModelFile> files() {
		return this.files;
	}

	/** The files of that kind, for example {@code .bpmn}. */
	public List<ModelFile> ending(String suffix) {
		return this.files.stream().filter((file) -> file.name().endsWith(suffix)).toList();
	}

	/** The files with processes that could be read. */
	public List<BpmnFile> processes() {
		return List.copyOf(this.processes);
	}

	/** The files with decisions that could be read. */
	public List<DmnFile> tables() {
		return List.copyOf(this.tables);
	}

	/** The forms that could be read. */
	public List<FormFile> forms() {
		return List.copyOf(this.forms);
	}

	/** What could not be read. */
	public List<Problem> unreadable() {
		return List.copyOf(this.unreadable);
	}

	private <T> void read(List<String> suffixes, BiFunction<String, byte[], T> reader, List<T> read) {
		for (ModelFile file : this.files) {
			if (suffixes.stream().anyMatch((suffix) -> file.name().endsWith(suffix))) {
				try {
					read.add(reader.apply(file.shortName(), file.content()));
				}
				catch (UnreadableModelException ex) {
					this.unreadable.add(Problem.refused(file.shortName(), null, null,
							"El archivo no se puede leer: " + ex.getMessage() + ".",
							"Ábralo con Modeler y guárdelo de nuevo."));
				}
			}
		}
	}

}
