package dev.escala.complaint.hold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.complaint.Complaint;
import dev.escala.customer.Customer;
import dev.escala.matter.Matters;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.notification.TeamNotice;
import dev.escala.reference.CaseNumber;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/**
 * Tells the systems that bill and suspend: the endpoints that listen to Finance, each
 * hold once when it is placed and once when it is released.
 */
@Component
class HoldNotices {

	private static final String TEMPLATE = "internal-complaint-hold";

	private final Outbox outbox;

	private final Matters matters;

	HoldNotices(Outbox outbox, Matters matters) {
		this.outbox = outbox;
		this.matters = matters;
	}

	void tell(Complaint complaint, Hold hold) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("number", complaint.number().value());
		data.put("hold", hold.id());
		data.put("customer", this.matters.customer(complaint.asMatter()).map(Customer::code).orElse(null));
		data.put("kind", hold.kind().name());
		data.put("until", hold.until().name());
		data.put("norm", hold.norm());
		data.put("placedAt", hold.placedAt().toString());
		if (!hold.isPlaced()) {
			data.put("releasedAt", hold.releasedAt().toString());
			data.put("release", hold.release().name());
		}
		String message = hold.isPlaced() ? hold.kind().label() + " " + hold.until().label() + " (" + hold.norm() + ")."
				: "Ya no obliga: " + Sentences.within(hold.kind().label()) + ".";
		this.outbox.post(new TeamNotice(complaint.number(), hold.step(),
				hold.isPlaced() ? "complaint.hold.placed" : "complaint.hold.released", Set.of(Role.FINANCE.groupId()),
				TEMPLATE, Map.of("number", complaint.number().value(), "message", message), data));
	}

	/** What became of what was told of a hold. */
	List<OutboxMessage> told(CaseNumber number, Hold hold) {
		Set<String> steps = Set.of("hold-placed-" + hold.id(), "hold-released-" + hold.id());
		return this.outbox.messages(number).stream().filter((message) -> steps.contains(message.step())).toList();
	}

}
