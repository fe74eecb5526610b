package dev.escala.demo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import dev.escala.startup.StartupProblem;

/**
 * The folder in which the demo keeps its data. One Escala holds it at a time, by a lock
 * that the operating system takes back however the holder ends.
 */
final class DataFolder implements Closeable {

	private final Path root;

	private final FileChannel channel;

	private DataFolder(Path root, FileChannel channel) {
		this.root = root;
		this.channel = channel;
	}

	/**
	 * Creates the folder where it is missing, and takes it.
	 * @throws StartupProblem when it cannot be written, or another Escala holds it
	 */
	static DataFolder take(Path folder) {
		Path root = folder.toAbsolutePath().normalize();
		FileChannel channel = null;
		try {
			create(root);
			channel = FileChannel.open(root.resolve("escala.lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (tryLock(channel) != null) {
				return new DataFolder(root, channel);
			}
			channel.close();
		}
		catch (IOException ex) {
			throw new StartupProblem("The data folder " + root + " cannot be created or written: correct its "
					+ "permissions, or choose another one with ESCALA_DATADIRECTORY (or --escala.data-directory=...).",
					ex);
		}
		throw new StartupProblem("Another Escala is running on the data folder " + root + ": stop it, or choose "
				+ "another folder with ESCALA_DATADIRECTORY (or --escala.data-directory=...).");
	}

	/** Programs and passwords lie in it: nobody else has business there. */
	private static void create(Path root) throws IOException {
		if (!Files.isDirectory(root)) {
			Files.createDirectories(root);
			if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
				Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
			}
		}
	}

	private static FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null; // held by this very JVM
		}
	}

	/** A file or folder in it, whether it exists or not. */
	Path resolve(String name) {
		return this.root.resolve(name);
	}

	/** The kept secret, or empty where there is none yet. */
	Optional<String> readSecret(String name) {
		try {
			Path file = resolve(name);
			return Files.exists(file) ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
				.filter((text) -> !text.isEmpty()) : Optional.empty();
		}
		catch (IOException ex) {
			throw new StartupProblem("The file " + resolve(name) + " cannot be read: correct its permissions.", ex);
		}
	}

	/** Keeps a secret in a file that only its owner can read. */
	void writeSecret(String name, String secret) {
		Path file = resolve(name);
		try {
			Files.deleteIfExists(file);
			if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
				Files.createFile(file,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			}
			Files.writeString(file, secret + System.lineSeparator(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new StartupProblem("The file " + file + " cannot be written: correct the folder's permissions.", ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
