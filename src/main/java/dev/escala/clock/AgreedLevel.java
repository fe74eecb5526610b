package dev.escala.clock;

import dev.escala.clock.count.Target;

/**
 * The service level that a case has for one clock, from the rule that held when it was
 * decided.
 *
 * @param clock which clock
 * @param target what it asks
 * @param reason why: the rule's annotation, in Spanish
 */
public record AgreedLevel(ServiceClock clock, Target target, String reason) {
}
