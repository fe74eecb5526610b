package dev.escala.modelgate.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.ModelGate;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Verdict;
import dev.escala.modelgate.Vocabulary;

/**
 * {@code check FILE|FOLDER…}: what the server would say to these files, deployed
 * together, if only what belongs to Escala were there already.
 */
public final class CheckCommand {

	private static final String NAME = "check";

	private static final List<String> MODELS = List.of(".bpmn", ".dmn", ".form", ".bpmn20.xml", ".dmn11.xml", ".cmmn");

	private static final int GOOD = 0;

	private static final int REFUSED = 1;

	private static final int MISUSED = 2;

	private CheckCommand() {
	}

	/** Whether the arguments of the program are this command. */
	public static boolean isOne(String[] args) {
		return args.length > 0 && args[0].equals(NAME);
	}

	/**
	 * Does what the arguments say.
	 * @return the exit code: 0 could be deployed, 1 something must be mended, 2 the
	 * arguments were no files
	 */
	public static int start(String[] args) {
		// In UTF-8 whatever the language of the account is.
		return run(args, new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
	}

	static int run(String[] args, PrintStream out) {
		List<ModelFile> files = new ArrayList<>();
		try {
			for (String arg : Arrays.asList(args).subList(1, args.length)) {
				read(Path.of(arg), files);
			}
		}
		catch (IOException | InvalidPathException ex) {
			out.println("No se puede leer: " + ex.getMessage());
			return MISUSED;
		}
		if (files.isEmpty()) {
			out.println("Uso: check ARCHIVO|CARPETA…  (.bpmn, .dmn y .form, también en sus carpetas)");
			return MISUSED;
		}
		Verdict verdict = ModelGate.of(Vocabulary.read(), Deployed.NOTHING).judge(new Submission(files));
		tell("Por corregir", verdict.refusals(), out);
		tell("Para tener en cuenta", verdict.warnings(), out);
		out.println(files.size() + ((files.size() == 1) ? " archivo: " : " archivos: ")
				+ (verdict.refuses() ? "no se desplegaría nada." : "se podrían desplegar."));
		return verdict.refuses() ? REFUSED : GOOD;
	}

	private static void tell(String title, List<Problem> problems, PrintStream out) {
		if (!problems.isEmpty()) {
			out.println(title + " (" + problems.size() + "):");
			problems.forEach((problem) -> out.println("  " + problem.line()));
			out.println();
		}
	}

	private static void read(Path path, List<ModelFile> files) throws IOException {
		if (!Files.isDirectory(path)) {
			files.add(new ModelFile(path.toString(), Files.readAllBytes(path)));
			return;
		}
		try (Stream<Path> found = Files.walk(path)) {
			for (Path file : found.filter(CheckCommand::isModel).sorted().toList()) {
				files.add(new ModelFile(file.toString(), Files.readAllBytes(file)));
			}
		}
	}

	private static boolean isModel(Path path) {
		return Files.isRegularFile(path) && MODELS.stream().anyMatch(path.toString()::endsWith);
	}

}
