package dev.escala.access.web;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every page of Camunda's web applications a nonce of its own. Camunda hands the
 * nonce from the header to the page through the servlet context, which all requests
 * share: where two people load pages at the same moment, one gets a page whose scripts
 * its own header forbids, and sees nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageNonceFilter extends OncePerRequestFilter {

	private static final String NONCE = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ServletContext context = withOwnNonce(request);
		chain.doFilter(new HttpServletRequestWrapper(request) {
			@Override
			public ServletContext getServletContext() {
				return context;
			}
		}, response);
	}

	/** The servlet context, except that the nonce is kept in the request. */
	private static ServletContext withOwnNonce(HttpServletRequest request) {
		ServletContext shared = request.getServletContext();
		return (ServletContext) Proxy.newProxyInstance(PageNonceFilter.class.getClassLoader(),
				new Class<?>[] { ServletContext.class }, (proxy, method, arguments) -> {
					boolean nonce = arguments != null && arguments.length > 0 && NONCE.equals(arguments[0]);
					if (nonce && method.getName().equals("setAttribute")) {
						request.setAttribute(NONCE, arguments[1]);
						return null;
					}
					if (nonce && method.getName().equals("getAttribute")) {
						return request.getAttribute(NONCE);
					}
					try {
						return method.invoke(shared, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

}
