package dev.escala.erasure;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.escala.text.Sentences;
import dev.escala.validation.Refusal;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * What whoever runs Escala does about a person from the command line:
 * {@code erase ADDRESS [--rehearse] [--also WORDS]…} and
 * {@code export ADDRESS FILE [--also WORDS]…}.
 */
@Component
public class PersonCommand {

	private static final String USAGE = """
			Uso: erase DIRECCIÓN [--rehearse] [--also PALABRAS]…
			     export DIRECCIÓN ARCHIVO [--also PALABRAS]…
			""";

	private static final List<String> STAYS = List.of(
			"Los casos, sus fechas y lo que se hizo en ellos, sin la persona: prueban cómo se atendió al cliente.",
			"Una reclamación abierta, sin la persona: aún se le debe la respuesta. Cuando termine, repita el mandato.",
			"El cliente, sus servicios y los demás contactos: no son la persona.",
			"Un prospecto abierto o que compró, sin la persona: alguien trata con la empresa. De los demás se va lo que se dijo.",
			"Que pidió que no se le llame: una huella de su nombre, su correo y su teléfono, que no dice quién es, para que "
					+ "nadie vuelva a llamar.",
			"Un nombre de una sola palabra, o que también es de otra persona o de un cliente: nombraría a otros. "
					+ "Si un texto la llama así, repita con --also.",
			"Los archivos que enviaron otros, como PDF o imágenes: no se mira dentro. Búsquelos en sus casos.",
			"El buzón del servidor de correo, lo que ya recibieron otros, el registro del servidor y las copias de "
					+ "seguridad: bórrelos allí; las copias, cuando venzan.");

	/** Readable for whoever wrote it only. */
	private static final FileAttribute<?> OWN = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

	private final Erasure erasure;

	PersonCommand(Erasure erasure) {
		this.erasure = erasure;
	}

	/** Whether the arguments of the program are a command of this kind. */
	public static boolean isOne(String[] args) {
		return args.length > 0 && Set.of("erase", "export").contains(args[0]);
	}

	/**
	 * Starts the application without its job executor and anything that others reach,
	 * does the one thing and ends it.
	 * @return the exit code: 0 done, 2 refused
	 */
	public static int start(Class<?> application, String[] args) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.properties(Map.of("logging.level.root", "WARN"))
			.run("--server.address=127.0.0.1", "--server.port=0", "--camunda.bpm.job-execution.enabled=false",
					"--escala.inbound.host=false", "--escala.notification.dispatch=false",
					"--escala.recalculation.enabled=false", "--escala.monitoring.enabled=false")) {
			// In UTF-8 whatever the language of the server's account is.
			return context.getBean(PersonCommand.class)
				.run(args, new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
		}
	}

	/** Does what the arguments say, and tells it. */
	public int run(String[] args, PrintStream out) {
		List<String> words = new ArrayList<>();
		Set<String> also = new TreeSet<>();
		boolean rehearse = false;
		for (int i = 1; i < args.length; i++) {
			switch (args[i]) {
				case "--rehearse" -> rehearse = true;
				case "--also" -> also.add((++i < args.length) ? args[i] : "");
				default -> words.add(args[i]);
			}
		}
		boolean export = args[0].equals("export");
		if (words.size() != (export ? 2 : 1) || words.stream().anyMatch((word) -> word.startsWith("--"))
				|| also.contains("") || export && rehearse) {
			out.print(USAGE);
			return 2;
		}
		try {
			if (export) {
				export(words.get(0), Path.of(words.get(1)), also, out);
			}
			else {
				erase(words.get(0), rehearse, also, out);
			}
			return 0;
		}
		catch (Refusal refusal) {
			out.println(refusal.getMessage());
		}
		catch (IOException ex) {
			out.println(
					"No se puede escribir en " + words.get(1) + ": tiene que ser un archivo nuevo de una carpeta que "
							+ "exista. (" + ex.getClass().getSimpleName() + ")");
		}
		return 2;
	}

	private void erase(String address, boolean rehearse, Set<String> also, PrintStream out) {
		Erasure.Report report = rehearse ? this.erasure.rehearse(address, also)
				: this.erasure.erase(address, also, System.getProperty("user.name"));
		out.println((rehearse ? "ENSAYO, no se ha borrado nada. Se buscó: " : "Borrado. Se buscó: ")
				+ String.join(", ", report.person().terms()) + ".");
		out.println(rehearse ? "Se iría:" : "Se fue:");
		report.gone().forEach((what, number) -> out.println("  " + what + ": " + number));
		if (report.gone().isEmpty()) {
			out.println("  Nada: no consta en ninguna tabla.");
		}
		out.println("Queda, y por qué:");
		STAYS.forEach((line) -> out.println("  " + line));
	}

	private void export(String address, Path file, Set<String> also, PrintStream out) throws IOException {
		Map<String, List<String>> rows = this.erasure.export(address, also);
		String json = rows.entrySet()
			.stream()
			.map((table) -> "\"" + table.getKey() + "\": [\n" + String.join(",\n", table.getValue()) + "\n]")
			.collect(Collectors.joining(",\n", "{\n", "\n}\n"));
		boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
		Files.createFile(file, posix ? new FileAttribute<?>[] { OWN } : new FileAttribute<?>[0]);
		Files.writeString(file, json);
		out.println("Escrito en " + file + ": "
				+ Sentences.counted(rows.values().stream().mapToInt(List::size).sum(), "fila", "filas") + " de "
				+ Sentences.counted(rows.size(), "tabla", "tablas")
				+ ". Léalo antes de entregarlo: los textos nombran también a otros.");
	}

}
