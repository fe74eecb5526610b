package dev.escala.modelgate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The models of this project, as they are deployed when it starts. */
public final class OwnModels {

	private OwnModels() {
	}

	/** All of them, processes with their forms first. */
	public static List<ModelFile> files() {
		return Stream.of("bpmn", "dmn").map(Path::of).flatMap((folder) -> {
			try (Stream<Path> files = Files.walk(folder)) {
				return files.filter(Files::isRegularFile).sorted().toList().stream();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}).map(OwnModels::file).toList();
	}

	/** One of them. */
	public static ModelFile file(Path path) {
		try {
			return new ModelFile(path.toString(), Files.readAllBytes(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
