package dev.escala.internalrequest.process;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Staff;
import dev.escala.engine.TaskScope;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.RequestLevels;
import dev.escala.internalrequest.call.PromisedAnswers;

import org.springframework.stereotype.Component;

/** What the user tasks ask of a request. */
@Component
class RequestFacts {

	private final InternalRequests requests;

	private final PromisedAnswers promised;

	private final Staff staff;

	RequestFacts(InternalRequests requests, PromisedAnswers promised, Staff staff) {
		this.requests = requests;
		this.promised = promised;
		this.staff = staff;
	}

	InternalRequest request(TaskScope scope) {
		return this.requests.get(scope.caseNumber());
	}

	Set<String> answerers(InternalRequest request) {
		return RequestLevels.groups(request);
	}

	/** While it is open, by when it is answered. */
	Optional<Instant> answerDue(TaskScope scope) {
		InternalRequest request = request(scope);
		return request.status().isOpen() ? Optional.ofNullable(request.answerDue()) : Optional.empty();
	}

	/** By when the other side was promised to hear. */
	Optional<Instant> promisedAt(TaskScope scope) {
		return this.promised.promisedAt(scope.caseNumber())
			.or(() -> Optional.ofNullable(request(scope).question().customerDate()));
	}

	String whyRequester(TaskScope scope) {
		return "Le llega porque usted hizo la solicitud " + scope.caseNumber() + ".";
	}

	String whyAnswerer(TaskScope scope) {
		InternalRequest request = request(scope);
		String why = "Le llega a «" + this.staff.groupName(request.groupId()) + "» por esta regla: "
				+ request.groupReason();
		return (request.level() == 1) ? why : why + ". Nadie respondió a tiempo y subió al nivel " + request.level();
	}

}
