package dev.escala.internalrequest;

import java.util.ArrayList;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.access.Staff;
import dev.escala.internalrequest.persistence.RequestRepository;
import dev.escala.policy.Topic;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds requests for lists: those that the person may read. */
@Service
@Transactional(readOnly = true)
public class RequestSearch {

	private final RequestRepository repository;

	private final RequestAccess access;

	private final CurrentUser user;

	private final Staff staff;

	RequestSearch(RequestRepository repository, RequestAccess access, CurrentUser user, Staff staff) {
		this.repository = repository;
		this.access = access;
		this.user = user;
		this.staff = staff;
	}

	/** A page of the requests. */
	public Page<InternalRequest> search(Filter filter, PageRequest page) {
		List<String> conditions = new ArrayList<>(List.of("true"));
		List<Object> values = new ArrayList<>();
		String me = this.user.id().orElse("");
		if (filter.mine()) {
			conditions.add("requested_by = ?");
			values.add(me);
		}
		else if (!this.access.readsAll()) {
			String[] groups = this.staff.groupsOf(me).stream().map(Staff.Team::id).toArray(String[]::new);
			conditions.add("(requested_by = ? OR from_group = ANY(?) OR group_id = ANY(?))");
			values.addAll(List.of(me, groups, groups));
		}
		if (filter.status() != null) {
			conditions.add("status = ?");
			values.add(filter.status().name());
		}
		if (filter.topic() != null) {
			conditions.add("topic = ?");
			values.add(filter.topic().name());
		}
		if (filter.text() != null) {
			conditions.add("(number ILIKE ? OR request ILIKE ? OR situation ILIKE ? OR party_name ILIKE ?)");
			String pattern = "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%";
			values.addAll(List.of(pattern, pattern, pattern, pattern));
		}
		String condition = String.join(" AND ", conditions);
		return new Page<>(this.repository.some(condition, page.orderBy(), page.size(), page.offset(), values.toArray()),
				page.page(), page.size(), this.repository.count(condition, values.toArray()));
	}

	/**
	 * What to look for.
	 *
	 * @param status only these, or {@code null}
	 * @param topic only these, or {@code null}
	 * @param text part of number, request, situation or party, or {@code null}
	 * @param mine only one's own
	 */
	public record Filter(RequestStatus status, Topic topic, String text, boolean mine) {
	}

}
