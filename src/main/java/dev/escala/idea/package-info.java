/**
 * Ideas that are tried and measured (004-36): what we believe, by what it is measured,
 * before and after, decided by a day. What works becomes an improvement with an owner.
 * Knows no figure.
 */
package dev.escala.idea;
