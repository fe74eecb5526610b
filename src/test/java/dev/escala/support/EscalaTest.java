package dev.escala.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.escala.EscalaApplication;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real PostgreSQL and a real mail server, without demo data
 * and without a running job executor: tests run jobs by the name of their element. Nor
 * does it send mail, audit itself or recalculate; tests call the use cases.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = EscalaApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "escala.notification.dispatch=false",
				"escala.monitoring.enabled=false", "escala.recalculation.enabled=false",
				"escala.first-notice.enabled=false", "escala.calendar-years.enabled=false",
				"escala.replay.enabled=false", "escala.sale-import.enabled=false", "escala.stand-ins.enabled=false",
				"escala.reviews.enabled=false", "escala.follow-ups.enabled=false",
				"management.prometheus.metrics.export.enabled=true", "server.address=127.0.0.1",
				"escala.public-url=http://localhost:8080", "escala.login.hash-memory=1MB",
				"escala.leads.secrets=whsec_b2xkIGtleSBvZiB0aGUgZm9ybXMgaW4gdGVzdHM=,whsec_bmV3IGtleSBvZiB0aGUgZm9ybXMgaW4gdGVzdHM=" })
@ContextConfiguration(initializers = TestServices.class)
@Import({ ModelCoverage.class, WrittenValues.class })
public @interface EscalaTest {

}
