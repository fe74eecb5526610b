package dev.escala.access.login;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How logins are checked.
 *
 * @param hashMemory memory that the hash of one password takes, 1 to 256 MB; less than
 * the default is for tests, and passwords hashed with less stay checkable
 */
@ConfigurationProperties("escala.login")
record LoginProperties(@DefaultValue("19MB") DataSize hashMemory) {

	static final DataSize RECOMMENDED = DataSize.ofMegabytes(19);

	LoginProperties {
		if (hashMemory.toMegabytes() < 1 || hashMemory.toMegabytes() > 256) {
			throw new IllegalArgumentException("escala.login.hash-memory must be between 1MB and 256MB.");
		}
	}

}
