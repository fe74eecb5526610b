package dev.escala.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

/**
 * A real mail server on loopback, whose mails are files that a test puts there as they
 * are. It knows one user with any login and the password {@link #PASSWORD}.
 */
public final class Dovecot implements AutoCloseable {

	public static final String PASSWORD = "clave-del-buzon";

	private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");

	private static final String NOBODY = "nobody";

	private final Path folder;

	private final Process process;

	private final int port;

	private int mails;

	private Dovecot(Path folder, Process process, int port) {
		this.folder = folder;
		this.process = process;
		this.port = port;
	}

	/** Whether this machine has the server. */
	public static boolean isInstalled() {
		return Files.isExecutable(PROGRAM);
	}

	/** Starts one with an empty mailbox; ends the test where this machine has none. */
	public static Dovecot start() {
		if (!isInstalled()) {
			return Needed.missing("There is no Dovecot here: install dovecot-imapd.");
		}
		try {
			// In /tmp whatever the build's own: paths of sockets are short.
			Path folder = Files.createTempDirectory(Path.of("/tmp"), "imap");
			int port;
			try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
				port = free.getLocalPort();
			}
			for (String name : List.of("home", "home/Maildir", "home/Maildir/new", "home/Maildir/cur",
					"home/Maildir/tmp", "run")) {
				Files.createDirectory(folder.resolve(name));
			}
			boolean root = System.getProperty("user.name").equals("root");
			String user = root ? NOBODY : System.getProperty("user.name");
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
			own(folder.resolve("home"));
			Files.writeString(folder.resolve("dovecot.conf"), settings(folder, user, port, root));
			Process process = new ProcessBuilder(PROGRAM.toString(), "-F", "-c",
					folder.resolve("dovecot.conf").toString())
				.redirectErrorStream(true)
				.redirectOutput(folder.resolve("out").toFile())
				.start();
			Dovecot server = new Dovecot(folder, process, port);
			server.await();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String settings(Path folder, String user, int port, boolean root) {
		String own = root ? "" : "default_internal_user = " + user + "\ndefault_login_user = " + user
				+ "\ndefault_internal_group = " + user + "\n";
		return own + """
				base_dir = %1$s/run
				state_dir = %1$s/run
				log_path = %1$s/log
				protocols = imap
				listen = 127.0.0.1
				ssl = no
				disable_plaintext_auth = no
				auth_mechanisms = plain
				first_valid_uid = 1
				first_valid_gid = 1
				mail_location = maildir:%1$s/home/Maildir
				passdb {
				  driver = static
				  args = password=%4$s
				}
				userdb {
				  driver = static
				  args = uid=%2$s gid=%5$s home=%1$s/home
				}
				service anvil {
				  chroot =
				}
				service imap-login {
				  chroot =
				  inet_listener imap {
				    port = %3$d
				  }
				  inet_listener imaps {
				    port = 0
				  }
				}
				""".formatted(folder, user, port, PASSWORD, root ? "nogroup" : user);
	}

	private void await() {
		Instant end = Instant.now().plus(Duration.ofSeconds(20));
		while (Instant.now().isBefore(end)) {
			try (Socket socket = new Socket("127.0.0.1", this.port)) {
				if (socket.getInputStream().read() == '*') {
					return;
				}
			}
			catch (IOException ex) {
				Thread.onSpinWait();
			}
			if (!this.process.isAlive()) {
				break;
			}
		}
		try {
			String said = Files.readString(this.folder.resolve("out"));
			close();
			throw new IllegalStateException("Dovecot did not start: " + said);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int port() {
		return this.port;
	}

	/**
	 * Puts a mail into the mailbox as it is.
	 * @return the file that it is
	 */
	public Path deliver(byte[] source) {
		try {
			Path file = this.folder.resolve("home/Maildir/new/%06d.test".formatted(++this.mails));
			Files.write(file, source);
			own(file);
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void own(Path path) throws IOException {
		if (!System.getProperty("user.name").equals("root")) {
			return;
		}
		try (var all = Files.walk(path)) {
			for (Path one : (Iterable<Path>) all::iterator) {
				Files.setOwner(one, one.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY));
			}
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
