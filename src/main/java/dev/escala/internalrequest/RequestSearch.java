package dev.escala.internalrequest;

import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.internalrequest.persistence.RequestRepository;
import dev.escala.policy.Topic;
import dev.escala.reference.UserId;
import dev.escala.visibility.Visibility;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds requests for lists: those that the person may read. */
@Service
@Transactional(readOnly = true)
public class RequestSearch {

	/** What a list may be sorted by. */
	public static final List<String> SORTABLE = RequestRepository.SORT.names();

	private final RequestRepository repository;

	private final CurrentUser user;

	private final Visibility visibility;

	RequestSearch(RequestRepository repository, CurrentUser user, Visibility visibility) {
		this.repository = repository;
		this.user = user;
		this.visibility = visibility;
	}

	/** A page of the requests. */
	public Page<InternalRequest> search(Filter filter, PageRequest page) {
		UserId me = this.user.id().orElse(UserId.SYSTEM);
		return this.repository.page(filter, me, this.visibility.seen(), page);
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
