package dev.escala.demo;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Escala without a database of one's own.
 *
 * @param dataDirectory where its data is kept; relative to the working directory
 * @param demo settings of the demo organisation
 */
@ConfigurationProperties("escala")
record DemoProperties(@DefaultValue("data") Path dataDirectory, @DefaultValue Demo demo) {

	/**
	 * Settings of the demo organisation.
	 *
	 * @param password of every demo user, from {@code ESCALA_DEMO_PASSWORD}, or
	 * {@code null}: one is made up and kept
	 */
	record Demo(String password) {

		@Override
		public String toString() {
			return "Demo[]";
		}

	}

}
