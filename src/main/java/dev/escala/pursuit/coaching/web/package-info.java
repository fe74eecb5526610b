/** Practices in the browser. Decides nothing. */
package dev.escala.pursuit.coaching.web;
