package dev.escala.access.frame;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.access.Role;
import dev.escala.access.table.OpenRoutes;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the menu offers a person: what there is, and they may open. */
@Component
class Menu {

	/** Who is there for others' work, and begins with how it stands. */
	private static final Set<Role> LEADERS = EnumSet.of(Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS);

	/** Who has no tasks: the role, and what it is there for. */
	private static final List<Overseer> OVERSEERS = List.of(new Overseer(Role.PROCESS_OWNERS, Place.PATHS),
			new Overseer(Role.ADMINISTRATORS, Place.ADMIN));

	private final OpenRoutes routes;

	private final ObjectProvider<RequestMappingHandlerMapping> handlers;

	/** Read once, when somebody asks first: then all pages are there. */
	private volatile Set<String> served;

	Menu(OpenRoutes routes,
			@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
		this.routes = routes;
		this.handlers = handlers;
	}

	/**
	 * The entries for a caller, in their order.
	 * @param shown path of the page that is shown
	 */
	List<MenuEntry> entries(Authentication caller, String shown) {
		Optional<Place> current = current(shown);
		return Arrays.stream(Place.values())
			.filter((place) -> isOpen(place, caller))
			.map((place) -> new MenuEntry(place.label(), place.path(), current.filter(place::equals).isPresent(),
					place.isDaily()))
			.toList();
	}

	/** Whether the caller may open a page of ours. */
	boolean isOpen(String path, Authentication caller) {
		return this.routes.isOpen(path, caller);
	}

	boolean isOpen(Place place, Authentication caller) {
		return this.routes.isOpen(place.decidedBy(), caller) && (!place.isOurs() || isServed(place.path()));
	}

	/** Where a person begins who asks for nothing in particular. */
	String home(Authentication caller) {
		Set<Role> roles = roles(caller);
		if (roles.stream().anyMatch(LEADERS::contains) && isOpen(Place.BOARD, caller)) {
			return Place.BOARD.path();
		}
		return OVERSEERS.stream()
			.filter((overseer) -> roles.equals(Set.of(overseer.role())) && isOpen(overseer.begin(), caller))
			.findFirst()
			.map((overseer) -> overseer.begin().path())
			.orElse(Place.TASKS.path());
	}

	/** Some pages are not there everywhere: the demo's mailbox. */
	private boolean isServed(String path) {
		if (this.served == null) {
			this.served = this.handlers.getObject()
				.getHandlerMethods()
				.keySet()
				.stream()
				.flatMap((route) -> route.getPatternValues().stream())
				.collect(Collectors.toUnmodifiableSet());
		}
		return this.served.contains(path);
	}

	private static Optional<Place> current(String shown) {
		return Arrays.stream(Place.values())
			.filter((place) -> shown.equals(place.path()) || shown.startsWith(place.path().replaceFirst("/?$", "/")))
			.max(Comparator.comparing((place) -> place.path().length()));
	}

	private static Set<Role> roles(Authentication caller) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		caller.getAuthorities().forEach((authority) -> {
			for (Role role : Role.values()) {
				if (("ROLE_" + role.groupId()).equals(authority.getAuthority())) {
					roles.add(role);
				}
			}
		});
		return roles;
	}

	/** A role without tasks of its own, and where it begins. */
	private record Overseer(Role role, Place begin) {
	}

}
