package dev.escala.access.table;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.escala.access.RouteDecision;
import dev.escala.access.RouteDecision.Answer;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Decides by the table of access, for all filter chains. It sees the caller, the method
 * and the path, and nothing of the body.
 */
@Component
class TableAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

	private final AccessTable table = AccessTable.standing();

	@Override
	public RouteDecision authorize(Supplier<Authentication> caller, RequestAuthorizationContext context) {
		HttpServletRequest request = context.getRequest();
		List<Row> found = this.table
			.find(RequestPath.parse(request.getRequestURI(), request.getContextPath()).pathWithinApplication());
		if (found.isEmpty()) {
			return new RouteDecision(Answer.UNKNOWN, "", Set.of());
		}
		return found.stream()
			.filter((row) -> row.isFor(request.getMethod()))
			.findFirst()
			.map((row) -> decide(row.audience(), caller.get()))
			.orElseGet(() -> new RouteDecision(Answer.WRONG_METHOD, "", methods(found)));
	}

	/** What {@link #authorize} replaced, which no chain of ours asks. */
	@Override
	@Deprecated

	public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
		return new AuthorizationDecision(authorize(caller, context).isGranted());
	}

	private static RouteDecision decide(Audience audience, Authentication caller) {
		return audience.admits(caller) ? new RouteDecision(Answer.GRANTED, "", Set.of())
				: new RouteDecision(Answer.REFUSED, audience.explanation(), Set.of());
	}

	private static Set<String> methods(List<Row> found) {
		return found.stream().map(Row::method).collect(Collectors.toCollection(TreeSet::new));
	}

}
