/**
 * What we promise to everybody, beside what we do (004-39, 004-51, 004-52): each promise
 * with the figure that proves it, compared when a month is over. Knows no figure, and no
 * promise to a customer.
 */
package dev.escala.advertised;
