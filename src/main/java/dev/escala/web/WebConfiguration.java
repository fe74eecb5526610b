package dev.escala.web;

import java.util.List;
import java.util.Locale;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import jakarta.servlet.MultipartConfigElement;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts our reader of JSON before Spring's, and our error page into the web server. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	@Override
	public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
		converters.add(0, new StrictJsonConverter());
	}

	/** In an address people write numbers in whatever case. */
	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addConverter(String.class, CaseNumber.class, (typed) -> new CaseNumber(upper(typed)));
		registry.addConverter(String.class, RulingNumber.class, (typed) -> new RulingNumber(upper(typed)));
	}

	private static String upper(String typed) {
		return typed.strip().toUpperCase(Locale.ROOT);
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
