/**
 * What happens after the end of a matter: for a while, what comes back reopens it by
 * itself; then the customer is asked whether they agree that it is over. Knows no kind of
 * matter.
 */
package dev.escala.observation;
