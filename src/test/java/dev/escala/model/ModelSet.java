package dev.escala.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.FormFile;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Element;

/**
 * All models that belong together: processes, the forms of their tasks, decisions, and
 * the text of each file.
 */
record ModelSet(List<BpmnFile> processes, List<FormFile> forms, Set<String> decisions, Map<String, String> contents) {

	/** Reads every model below some folders; a folder that is missing has none. */
	static ModelSet read(Path... folders) {
		return of(contents(folders));
	}

	/** The text of every file below some folders, by path. */
	static Map<String, String> contents(Path... folders) {
		Map<String, String> files = new TreeMap<>();
		for (Path folder : folders) {
			if (Files.isDirectory(folder)) {
				try (var paths = Files.walk(folder)) {
					for (Path path : paths.filter(Files::isRegularFile).toList()) {
						files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
					}
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
		}
		return files;
	}

	static ModelSet of(Map<String, String> files) {
		List<BpmnFile> processes = new ArrayList<>();
		List<FormFile> forms = new ArrayList<>();
		Set<String> decisions = new TreeSet<>();
		files.forEach((path, content) -> {
			if (path.endsWith(".bpmn")) {
				processes.add(BpmnFile.parse(path, content));
			}
			else if (path.endsWith(".form")) {
				forms.add(FormFile.parse(path, content));
			}
			else if (path.endsWith(".dmn")) {
				for (Element decision : Xml.descendants(Xml.parse(content).getDocumentElement(), "decision")) {
					decisions.add(decision.getAttribute("id"));
				}
			}
		});
		return new ModelSet(processes, forms, decisions, files);
	}

}
