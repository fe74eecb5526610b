package dev.escala.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/**
 * As {@link EscalaTest}, by an organisation that sets more than it must. One application
 * for all tests that need a setting of their own, so none of them may stand in the way of
 * another: a first administrator, a declared proxy, groups that answer, two types of
 * escalation, specialities of an import.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EscalaTest
@TestPropertySource(properties = { "escala.admin.username=raiz", "escala.admin.password=Una-clave-larga-9",
		"escala.login.hash-memory=4MB", "escala.proxy=127.0.0.2, 10.20.0.0/16",
		"escala.public-url=https://escala.example", "escala.internal-requests.groups.price=legal",
		"escala.internal-requests.groups.sales-scope=ventas-que-no-hay",
		"escala.servicenow.speciality-by-group.Group70=TECHNOLOGY",
		"escala.servicenow.speciality-by-group[group\\ 54]=FINANCE", "escala.escalation.types=FUNCTIONAL,AUTOMATIC" })
public @interface OtherSettings {

}
