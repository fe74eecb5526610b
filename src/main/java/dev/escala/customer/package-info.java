/** Customers with their contacts, services and tiers. Knows nothing of cases. */
package dev.escala.customer;
