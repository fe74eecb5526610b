package dev.escala.limit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.net.SocketFactory;

/**
 * Ends conversations with a server at a deadline. The timeouts of the mail library begin
 * anew with every byte, so that a server that drips would hold a conversation for ever;
 * here its sockets are closed, whatever waits on them, TLS included.
 */
public final class SocketDeadline extends SocketFactory {

	private static final ScheduledThreadPoolExecutor WATCH = new ScheduledThreadPoolExecutor(1, (task) -> {
		Thread thread = new Thread(task, "socket-deadline");
		thread.setDaemon(true);
		return thread;
	});

	static {
		WATCH.setRemoveOnCancelPolicy(true);
	}

	private final ThreadLocal<Conversation> current = new ThreadLocal<>();

	private final Duration deadline;

	/**
	 * Creates the sockets of conversations.
	 * @param deadline how long each of them may take
	 */
	public SocketDeadline(Duration deadline) {
		this.deadline = deadline;
	}

	/** Begins a conversation of this thread, whose sockets live until it is closed. */
	public Conversation begin() {
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
			socket.bind(new InetSocketAddress(local, localPort));
		}
		socket.connect(new InetSocketAddress(host, port));
		return socket;
	}

	/** One conversation with the server. */
	public final class Conversation implements AutoCloseable {

		private final List<Socket> sockets = new ArrayList<>();

		private ScheduledFuture<?> cut = schedule();

		private boolean over;

		private boolean ended;

		private ScheduledFuture<?> schedule() {
			return WATCH.schedule(this::cut, SocketDeadline.this.deadline.toMillis(), TimeUnit.MILLISECONDS);
		}

		/** It goes on with something new, which may take as long as the first. */
		public synchronized void renew() {
			if (!this.over && !this.ended) {
				this.cut.cancel(false);
				this.cut = schedule();
			}
		}

		private synchronized void watch(Socket next) throws IOException {
			if (this.over || this.ended) {
				next.close();
				throw new SocketException("deadline of the conversation");
			}
			this.sockets.add(next);
		}

		private synchronized void cut() {
			this.over = true;
			closeSockets();
		}

		private void closeSockets() {
			for (Socket socket : this.sockets) {
				try {
					socket.close();
				}
				catch (IOException ex) {
					// Whoever waits on it is woken all the same.
				}
			}
			this.sockets.clear();
		}

		/** Whether the deadline has passed. */
		public synchronized boolean isOver() {
			return this.over;
		}

		/** Ends it, whichever thread wants that. */
		@Override
		public synchronized void close() {
			this.cut.cancel(false);
			this.ended = true;
			closeSockets();
			SocketDeadline.this.current.remove();
		}

	}

}
