/** Lessons over HTTP. Decides nothing. */
package dev.escala.lessons.web;
