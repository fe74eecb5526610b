/**
 * What we promise to everybody beside what we do (004-39). Each promise has the figure
 * that proves it, compared when a month is over (004-51, 004-52). Knows no figure, and no
 * promise to a customer.
 */
package dev.escala.advertised;
