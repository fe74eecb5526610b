package dev.escala.access.frame;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives requests their frame, behind whatever found out who asks. */
@Component
public class Frames {

	private final Menu menu;

	Frames(Menu menu) {
		this.menu = menu;
	}

	/**
	 * The filter of a chain.
	 * @param tokens where the chain keeps the tokens of its forms
	 */
	public OncePerRequestFilter filter(CsrfTokenRepository tokens) {
		return new FrameFilter(tokens);
	}

	private final class FrameFilter extends OncePerRequestFilter {

		private final CsrfTokenRepository tokens;

		FrameFilter(CsrfTokenRepository tokens) {
			this.tokens = tokens;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			request.setAttribute(Frame.ATTRIBUTE, new Frame(Frames.this.menu,
					SecurityContextHolder.getContext().getAuthentication(), request, response, this.tokens));
			chain.doFilter(request, response);
		}

	}

}
