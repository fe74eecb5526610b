package dev.escala.web;

import java.util.List;

import jakarta.servlet.MultipartConfigElement;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts our reader of JSON before Spring's, and our error page into the web server. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	@Override
	public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
		converters.add(0, new StrictJsonConverter());
	}

	/**
	 * The limits of files in parts are those of other files: {@link ApiFilter} counts.
	 */
	@Bean
	MultipartConfigElement multipartLimits(WebProperties properties) {
		long limit = properties.maxUpload().toBytes();
		return new MultipartConfigElement(null, limit, limit, 0);
	}

	/** The last to customise, because the valve added last is the first to report. */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
		return new ProblemReports();
	}

	/** Adds the valve. */
	private static final class ProblemReports
			implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

		@Override
		public int getOrder() {
			return Ordered.LOWEST_PRECEDENCE;
		}

		@Override
		public void customize(TomcatServletWebServerFactory factory) {
			factory.addContextCustomizers(
					(context) -> context.getParent().getPipeline().addValve(new ProblemReportValve()));
		}

	}

}
