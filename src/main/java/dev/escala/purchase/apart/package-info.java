/**
 * Purchases of customers whom nobody knows, until a person says whose they are. Knows no
 * files and counts nothing itself.
 */
package dev.escala.purchase.apart;
