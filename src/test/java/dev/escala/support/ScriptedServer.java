package dev.escala.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A server that misbehaves as a test tells it. It talks to each connection in a thread of
 * its own, so that one that is left hanging holds up no other.
 */
public abstract class ScriptedServer implements AutoCloseable {

	private final ServerSocket socket;

	private final String name;

	/** Released when the server is closed: whatever hangs until then goes on. */
	final CountDownLatch closed = new CountDownLatch(1);

	/** Every connection that was ever opened. */
	final List<Socket> open = new CopyOnWriteArrayList<>();

	ScriptedServer(ServerSocket socket, String name) {
		this.socket = socket;
		this.name = name;
	}

	/**
	 * A socket of this machine only.
	 * @param port the port, or 0 for a free one
	 */
	static ServerSocket localSocket(int port) {
		try {
			return new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Begins to listen, once the server is complete. */
	final void listen() {
		start(this::accept, this.name);
	}

	/** Talks to one connection, and closes it. */
	abstract void talk(Socket connection);

	public int port() {
		return this.socket.getLocalPort();
	}

	@Override
	public void close() throws IOException {
		this.closed.countDown();
		this.socket.close();
		for (Socket connection : this.open) {
			connection.close();
		}
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				this.open.add(connection);
				start(() -> talk(connection), this.name + "-conversation");
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private static void start(Runnable work, String name) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		thread.start();
	}

}
