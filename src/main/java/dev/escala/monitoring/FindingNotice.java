package dev.escala.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.notification.Message;
import dev.escala.notification.Outbox;
import dev.escala.reference.CaseNumber;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells supervisors, or else managers, what was found: all of a run in one mail. */
@Component
class FindingNotice {

	/** Stands where other messages have the number of their case. */
	static final String CASE = "Autocontrol";

	/** So many of one kind fit into a mail that somebody reads. */
	private static final int MOST_OF_A_KIND = 20;

	private final Staff staff;

	private final Outbox outbox;

	private final String publicUrl;

	FindingNotice(Staff staff, Outbox outbox, @Value("${escala.public-url}") String publicUrl) {
		this.staff = staff;
		this.outbox = outbox;
		this.publicUrl = publicUrl;
	}

	/**
	 * Queues the mails in the caller's transaction.
	 * @param findings at least one; each is told in one mail only, so that the highest id
	 * names the mail
	 * @param kinds all kinds with their Spanish sentence
	 * @return {@code false} where nobody has an address
	 */
	boolean tell(List<Finding> findings, Map<String, String> kinds) {
		List<Staff.Person> people = recipients();
		long last = findings.stream().mapToLong(Finding::id).max().orElseThrow();
		Map<String, Object> model = Map.of("count", findings.size(), "sections", sections(findings, kinds), "link",
				this.publicUrl + "/camunda/app/tasklist/default/", "list", this.publicUrl + "/hallazgos");
		people.forEach((person) -> this.outbox.add(new Message(new CaseNumber(CASE), "findings-" + last, person.name(),
				person.email(), "internal-findings", Locale.forLanguageTag("es"), model)));
		return !people.isEmpty();
	}

	private List<Staff.Person> recipients() {
		return Stream.of(Role.SUPERVISORS, Role.MANAGERS)
			.map((role) -> this.staff.membersOf(role.groupId())
				.stream()
				.filter((person) -> this.outbox.canReach(person.email()))
				.toList())
			.filter((people) -> !people.isEmpty())
			.findFirst()
			.orElse(List.of());
	}

	private static List<Map<String, Object>> sections(List<Finding> findings, Map<String, String> kinds) {
		Map<String, List<Finding>> byKind = findings.stream().collect(Collectors.groupingBy(Finding::kind));
		List<Map<String, Object>> sections = new ArrayList<>();
		kinds.forEach((kind, description) -> {
			List<Finding> some = byKind.getOrDefault(kind, List.of());
			if (!some.isEmpty()) {
				sections.add(Map.of("title", description, "lines",
						some.stream().limit(MOST_OF_A_KIND).map(Finding::text).toList(), "more",
						Math.max(0, some.size() - MOST_OF_A_KIND)));
			}
		});
		return sections;
	}

}
