/** When people work, in their own zone. Knows nobody who counts by it. */
package dev.escala.calendar;
