package dev.escala.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who writes to people.
 *
 * @param organisationName name of the organisation, as sender and in every mail
 * @param customerCare the department that writes
 */
@ConfigurationProperties("escala")
public record NotificationProperties(@DefaultValue("Escala") String organisationName,
		@DefaultValue CustomerCare customerCare) {

	public NotificationProperties {
		if (MailAddress.hasLineBreak(organisationName)) {
			throw new IllegalArgumentException("escala.organisation-name must be one line.");
		}
	}

	/**
	 * The department that writes.
	 *
	 * @param mailFrom its e-mail address: answers go there
	 */
	public record CustomerCare(@DefaultValue("soporte@escala.example") String mailFrom) {

		public CustomerCare {
			try {
				new InternetAddress(mailFrom, true);
			}
			catch (AddressException ex) {
				throw new IllegalArgumentException(
						"escala.customer-care.mail-from is not an e-mail address: " + mailFrom, ex);
			}
		}

		/** What comes after the {@code @}; our Message-IDs end with it. */
		public String domain() {
			return this.mailFrom.substring(this.mailFrom.lastIndexOf('@') + 1);
		}

	}

}
