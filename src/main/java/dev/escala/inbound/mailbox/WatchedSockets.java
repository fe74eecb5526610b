package dev.escala.inbound.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import javax.net.SocketFactory;

/**
 * Sockets that are closed when their time is over. A server that sends a byte now and
 * then never exceeds the time of one answer; this ends it all the same.
 */
final class WatchedSockets extends SocketFactory implements AutoCloseable {

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private volatile boolean closed;

	WatchedSockets(Duration limit) {
		CompletableFuture.runAsync(this::close,
				CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
	}

	@Override
	public Socket createSocket() throws IOException {
		Socket socket = new Socket();
		this.sockets.add(socket);
		if (this.closed) {
			socket.close();
		}
		return socket;
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return connected(new InetSocketAddress(host, port));
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
		return connected(new InetSocketAddress(host, port));
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return connected(new InetSocketAddress(host, port));
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
		return connected(new InetSocketAddress(host, port));
	}

	private Socket connected(InetSocketAddress address) throws IOException {
		Socket socket = createSocket();
		socket.connect(address);
		return socket;
	}

	@Override
	public void close() {
		this.closed = true;
		for (Socket socket : this.sockets) {
			try {
				socket.close();
			}
			catch (IOException ex) {
				// It is of no use any more, open or not.
			}
		}
		this.sockets.clear();
	}

}
