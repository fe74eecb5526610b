/**
 * What customers bought, by document and counted by month, and how files of it are taken.
 * Knows nothing of cases; judges no customer.
 */
package dev.escala.purchase;
