package dev.escala.support;

import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * An SMTP server that sends each line at once. GreenMail writes the lines of its greeting
 * one by one, and the second would wait 40 ms for the acknowledgement of the first (RFC
 * 896), in each conversation.
 */
class PromptMailServer extends GreenMail {

	PromptMailServer() {
		super(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
	}

	@Override
	protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
		Map<String, AbstractServer> services = super.createServices(setups, managers);
		services.replaceAll((protocol, server) -> new Smtp(setups[0], managers));
		return services;
	}

	private static final class Smtp extends SmtpServer {

		Smtp(ServerSetup setup, Managers managers) {
			super(setup, managers);
		}

		@Override
		protected ProtocolHandler createProtocolHandler(Socket socket) {
			try {
				socket.setTcpNoDelay(true);
			}
			catch (SocketException ex) {
				throw new UncheckedIOException(ex);
			}
			return super.createProtocolHandler(socket);
		}

	}

}
