package dev.escala.decisionlog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of the register of decisions.
 *
 * @param thesaurus the file of words that mean the same, see {@link Thesaurus}; an
 * address of Spring's, for example {@code file:/etc/escala/sinonimos.txt}
 */
@ConfigurationProperties("escala.decision-log")
record DecisionLogProperties(@DefaultValue("classpath:decisionlog/sinonimos.txt") Resource thesaurus) {
}
