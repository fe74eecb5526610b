package dev.escala.access.table;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import org.glassfish.jersey.server.ResourceConfig;

import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * What the running application answers to, as {@code METHOD /path}: Spring MVC's handlers
 * with the actuator's and the API's description, and the resources of each JAX-RS
 * application that a servlet serves.
 */
final class RegisteredRoutes {

	/** The methods that a handler answers to that names none. */
	private static final Set<String> ALL = Set.of("GET", "POST", "PUT", "DELETE");

	private final ApplicationContext context;

	private final ServletContext servlets;

	RegisteredRoutes(ApplicationContext context, ServletContext servlets) {
		this.context = context;
		this.servlets = servlets;
	}

	Set<String> ofSpring() {
		return this.context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
			.values()
			.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().keySet().stream())
			.flatMap(RegisteredRoutes::routes)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	static Stream<String> routes(RequestMappingInfo info) {
		Set<String> methods = info.getMethodsCondition()
			.getMethods()
			.stream()
			.map(RequestMethod::name)
			.collect(Collectors.toSet());
		return info.getPatternValues()
			.stream()
			.flatMap((path) -> (methods.isEmpty() ? ALL : methods).stream().map((method) -> method + " " + path));
	}

	/** With the address that the servlet is mounted at. */
	Set<String> ofJaxRs() {
		Set<String> routes = new TreeSet<>();
		this.servlets.getServletRegistrations().values().forEach((servlet) -> {
			Set<Class<?>> classes = resources(servlet);
			if (!classes.isEmpty()) {
				String mount = servlet.getMappings().iterator().next().replaceFirst("/\\*$", "");
				JaxRsRoutes.of(classes).forEach((route) -> routes.add(route.replaceFirst(" ", " " + mount)));
			}
		});
		return routes;
	}

	private Set<Class<?>> resources(ServletRegistration servlet) {
		String application = servlet.getInitParameter("jakarta.ws.rs.Application");
		if (application != null) {
			try {
				return ((Application) Class.forName(application).getDeclaredConstructor().newInstance()).getClasses();
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}
		if (servlet.getName().contains("ResourceConfig")) {
			return this.context.getBean(ResourceConfig.class).getClasses();
		}
		return Set.of();
	}

	/** Each servlet with its addresses. */
	Map<String, String> servlets() {
		return this.servlets.getServletRegistrations()
			.values()
			.stream()
			.collect(Collectors.toMap(ServletRegistration::getName,
					(servlet) -> String.join(" ", servlet.getMappings())));
	}

}
