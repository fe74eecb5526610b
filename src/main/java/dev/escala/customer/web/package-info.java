/** Customers over HTTP. Decides nothing. */
package dev.escala.customer.web;
