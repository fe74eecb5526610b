package dev.escala.access.table;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.RequestPath;
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

	/** The name that Spring Security still calls it by behind its own matchers. */
	@Override
	@Deprecated
	public RouteDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
		return authorize(caller, context);
	}

	@Override
	public RouteDecision authorize(Supplier<Authentication> caller, RequestAuthorizationContext context) {
		HttpServletRequest request = context.getRequest();
		List<Row> found = this.table
			.find(RequestPath.parse(request.getRequestURI(), request.getContextPath()).pathWithinApplication());
		if (found.isEmpty()) {
			return RouteDecision.unknown();
		}
		return found.stream()
			.filter((row) -> row.isFor(request.getMethod()))
			.findFirst()
			.map((row) -> decide(row.audience(), caller.get()))
			.orElseGet(() -> RouteDecision.wrongMethod(methods(found)));
	}

	private static RouteDecision decide(Audience audience, Authentication caller) {
		return audience.admits(caller) ? RouteDecision.granted() : RouteDecision.refused(audience.explanation());
	}

	private static Set<String> methods(List<Row> found) {
		return found.stream().map(Row::method).collect(Collectors.toSet());
	}

}
