package dev.escala.inbound.web;

import java.nio.charset.StandardCharsets;

import dev.escala.inbound.FileContent;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Gives out what strangers sent: to be saved, never to be shown or run as part of Escala,
 * and kept by no cache.
 */
final class Downloads {

	private Downloads() {
	}

	static ResponseEntity<byte[]> of(FileContent file) {
		return of(file.file().name(), file.file().mediaType(), file.content());
	}

	static ResponseEntity<byte[]> of(String name, String type, byte[] content) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentDisposition(ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build());
		headers.setContentType(MediaType.parseMediaType(type));
		headers.setContentLength(content.length);
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
		headers.setCacheControl("no-store");
		return ResponseEntity.ok().headers(headers).body(content);
	}

}
