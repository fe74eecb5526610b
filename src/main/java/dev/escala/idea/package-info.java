/**
 * Ideas that are tried and measured before and after, until somebody decides (004-36).
 * What works becomes an improvement with an owner. Knows no figure.
 */
package dev.escala.idea;
