package dev.escala.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the HTTP API.
 *
 * @param maxBody largest body of a request, unless it is a file
 * @param maxUpload largest file to import; the multipart limits of Spring follow it
 * @param idempotencyRetention how long an {@code Idempotency-Key} is remembered
 * @param idempotencyWait how long a request waits for an equal one that is under way
 */
@ConfigurationProperties("escala.web")
record WebProperties(@DefaultValue("1MB") DataSize maxBody, @DefaultValue("60MB") DataSize maxUpload,
		@DefaultValue("P7D") Duration idempotencyRetention, @DefaultValue("PT20S") Duration idempotencyWait) {
}
