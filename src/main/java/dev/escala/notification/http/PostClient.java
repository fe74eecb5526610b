package dev.escala.notification.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import dev.escala.notification.http.CheckedResolver.RefusedAddressException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts JSON and says honestly what is known afterwards. One request, one connection, no
 * second try, no redirect, no cookie, no proxy. A request ends at its deadline, however
 * slowly the server talks; only looking up a name can outlast it, as long as the
 * operating system allows.
 */
public final class PostClient implements AutoCloseable {

	private static final Duration CONNECT = Duration.ofSeconds(5);

	private static final int LONGEST_LINE = 8192;

	private static final int MOST_HEADERS = 100;

	/** So many bytes of an answer may say why it is none. */
	private static final int LONGEST_BODY = 200;

	private final CloseableHttpClient client;

	private final Duration deadline;

	private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, (task) -> {
		Thread thread = new Thread(task, "post-deadline");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * @param names finds the addresses of a host, and refuses those that it must not have
	 * @param tls whose certificates are trusted
	 * @param deadline how long a request may take as a whole
	 */
	public PostClient(CheckedResolver names, SSLContext tls, Duration deadline) {
		this.deadline = deadline;
		this.watch.setRemoveOnCancelPolicy(true);
		Timeout whole = Timeout.of(deadline);
		Http1Config limits = Http1Config.custom()
			.setMaxLineLength(LONGEST_LINE)
			.setMaxHeaderCount(MOST_HEADERS)
			.build();
		this.client = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setDnsResolver(names)
				.setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
				.setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
				.setDefaultConnectionConfig(ConnectionConfig.custom()
					.setConnectTimeout(Timeout.of(CONNECT))
					.setSocketTimeout(whole)
					.build())
				.build())
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectionRequestTimeout(whole)
				.setResponseTimeout(whole)
				.setRedirectsEnabled(false)
				.setProtocolUpgradeEnabled(false)
				.build())
			.setConnectionReuseStrategy((request, response, context) -> false)
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableAuthCaching()
			.disableContentCompression()
			.setUserAgent("Escala")
			.build();
	}

	/**
	 * Posts the body; never throws for what a server or a network does.
	 * @param headers further headers; nothing that anybody typed
	 */
	public Answer post(URI url, Map<String, String> headers, byte[] body) {
		HttpPost request = new HttpPost(url);
		headers.forEach(request::setHeader);
		Counted entity = new Counted(body);
		request.setEntity(entity);
		ScheduledFuture<?> cut = this.watch.schedule(request::cancel, this.deadline.toMillis(), TimeUnit.MILLISECONDS);
		try {
			ClassicHttpResponse response = this.client
				.executeOpen(new HttpHost(url.getScheme(), url.getHost(), url.getPort()), request, null);
			try {
				return answer(response);
			}
			finally {
				// Hangs up first: closing would read what is left, however slowly it
				// comes.
				request.cancel();
				close(response);
			}
		}
		catch (IOException | RuntimeException ex) {
			return Answer.none(entity.written, request.isCancelled() ? late() : reason(ex));
		}
		finally {
			cut.cancel(false);
		}
	}

	private static Answer answer(ClassicHttpResponse response) {
		Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
		int status = response.getCode();
		return Answer.of(status, (retryAfter == null) ? null : retryAfter.getValue(),
				(status >= 400) ? beginning(response.getEntity()) : "");
	}

	private static String beginning(HttpEntity entity) {
		try {
			return (entity == null || entity.getContent() == null) ? ""
					: new String(entity.getContent().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static void close(ClassicHttpResponse response) {
		try {
			response.close();
		}
		catch (IOException ex) {
			// It is closed all the same.
		}
	}

	/** In our words: a library's would tell the URL, whose path may be a secret. */
	private String reason(Exception problem) {
		if (problem instanceof InterruptedIOException) {
			return late();
		}
		if (problem instanceof RefusedAddressException refused) {
			return "su dirección (" + refused.address() + ") es privada o está reservada.";
		}
		if (problem instanceof UnknownHostException) {
			return "no se encuentra su nombre en la red.";
		}
		if (problem instanceof SSLException) {
			return "su certificado o su cifrado no es válido.";
		}
		if (problem instanceof ConnectException) {
			return "no acepta conexiones.";
		}
		return "la conexión se cortó sin una respuesta que se entienda.";
	}

	private String late() {
		return "no contestó del todo en " + this.deadline.toSeconds() + " segundos.";
	}

	@Override
	public void close() {
		this.watch.shutdownNow();
		this.client.close(CloseMode.IMMEDIATE);
	}

	/** Remembers whether it was written as a whole: then the server may have it. */
	private static final class Counted extends HttpEntityWrapper {

		private volatile boolean written;

		Counted(byte[] body) {
			super(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
		}

		@Override
		public void writeTo(OutputStream stream) throws IOException {
			super.writeTo(stream);
			this.written = true;
		}

		@Override
		public boolean isRepeatable() {
			return false;
		}

	}

}
