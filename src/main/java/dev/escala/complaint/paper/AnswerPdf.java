package dev.escala.complaint.paper;

import dev.escala.complaint.information.ContactWays;
import dev.escala.complaint.print.ArchivePdf;
import dev.escala.notification.NotificationProperties;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Prints answers under the letterhead that the configuration says. */
@Component
class AnswerPdf {

	private final ArchivePdf pdf = new ArchivePdf("answer");

	private final NotificationProperties sender;

	private final ContactWays ways;

	private final String tracking;

	AnswerPdf(NotificationProperties sender, ContactWays ways, @Value("${escala.public-url}") String publicUrl) {
		this.sender = sender;
		this.ways = ways;
		this.tracking = publicUrl.replaceAll("/+$", "") + "/seguimiento";
	}

	/** Makes the file. */
	byte[] print(AnswerFacts facts) {
		return this.pdf.print(facts.language(), new AnswerPage(facts, this.sender, this.ways, this.tracking).values());
	}

}
