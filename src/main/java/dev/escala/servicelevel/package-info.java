/**
 * The named clocks of a case, computed with a business calendar from the decision
 * {@code serviceLevels}.
 */
package dev.escala.servicelevel;
