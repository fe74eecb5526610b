/** Whom a person calls today, and what is put off. Knows no door. */
package dev.escala.pursuit.today;
