package dev.escala.notification.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.net.SocketFactory;

/**
 * Ends conversations with a mail server at a deadline. The timeouts of the mail library
 * begin anew with every byte, so that a server that drips would hold a conversation for
 * ever; here its socket is closed, whatever waits on it, TLS included.
 */
final class MailDeadline extends SocketFactory {

	private static final ScheduledThreadPoolExecutor WATCH = new ScheduledThreadPoolExecutor(1, (task) -> {
		Thread thread = new Thread(task, "mail-deadline");
		thread.setDaemon(true);
		return thread;
	});

	static {
		WATCH.setRemoveOnCancelPolicy(true);
	}

	private final ThreadLocal<Conversation> current = new ThreadLocal<>();

	private final Duration deadline;

	MailDeadline(Duration deadline) {
		this.deadline = deadline;
	}

	/** Begins a conversation of this thread, whose sockets live until it is closed. */
	Conversation begin() {
		Conversation conversation = new Conversation();
		this.current.set(conversation);
		return conversation;
	}

	@Override
	public Socket createSocket() throws IOException {
		Conversation conversation = this.current.get();
		Socket socket = new Socket();
		if (conversation != null) {
			conversation.watch(socket);
		}
		return socket;
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return createSocket(InetAddress.getByName(host), port);
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
		return createSocket(InetAddress.getByName(host), port, local, localPort);
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return createSocket(host, port, null, 0);
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
		Socket socket = createSocket();
		if (local != null) {
			socket.bind(new java.net.InetSocketAddress(local, localPort));
		}
		socket.connect(new java.net.InetSocketAddress(host, port));
		return socket;
	}

	/** One conversation with the mail server. */
	final class Conversation implements AutoCloseable {

		private final ScheduledFuture<?> cut = WATCH.schedule(this::cut, MailDeadline.this.deadline.toMillis(),
				TimeUnit.MILLISECONDS);

		private Socket socket;

		private boolean over;

		private synchronized void watch(Socket next) throws IOException {
			if (this.over) {
				next.close();
				throw new SocketException("deadline of the conversation");
			}
			this.socket = next;
		}

		private synchronized void cut() {
			this.over = true;
			if (this.socket != null) {
				try {
					this.socket.close();
				}
				catch (IOException ex) {
					// Whoever waits on it is woken all the same.
				}
			}
		}

		/** Whether the deadline has passed. */
		synchronized boolean isOver() {
			return this.over;
		}

		@Override
		public void close() {
			this.cut.cancel(false);
			MailDeadline.this.current.remove();
		}

	}

}
