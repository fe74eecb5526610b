package dev.escala.tracking;

import java.util.List;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** What customers send from their page: what they write, with files. */
@Service
@Transactional
public class CustomerMessages {

	private final CustomerTracking tracking;

	private final CustomerFiles files;

	private final Customers customers;

	private final Timeline timeline;

	CustomerMessages(CustomerTracking tracking, CustomerFiles files, Customers customers, Timeline timeline) {
		this.tracking = tracking;
		this.files = files;
		this.customers = customers;
		this.timeline = timeline;
	}

	/** What a page says of files. */
	public CustomerFiles files() {
		return this.files;
	}

	/**
	 * The files of one message are kept with it or not at all.
	 * @param chosen as the form brought them, or {@code null}
	 */
	public void send(TrackingLink link, String text, List<MultipartFile> chosen) {
		// Before the message: whoever is told of it finds them.
		List<String> names = this.files.keep(link.caseNumber(), address(link), chosen);
		if (!names.isEmpty()) {
			this.timeline.add(link.caseNumber(), UserId.CUSTOMER, "Adjuntó: " + String.join(", ", names) + ".");
		}
		this.tracking.reply(link, text);
	}

	/** By it the files are found when the person is to be forgotten. */
	private String address(TrackingLink link) {
		return this.customers.find(link.customerId())
			.flatMap(Customer::recipient)
			.map(Customer.Contact::email)
			.orElse(null);
	}

}
