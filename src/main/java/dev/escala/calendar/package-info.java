/**
 * When people work: opening hours, holidays and days of their own, in their own zone, for
 * the organisation, its teams and its customers.
 */
package dev.escala.calendar;
