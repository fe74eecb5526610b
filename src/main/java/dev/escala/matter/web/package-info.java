/** What becomes of the tasks of matters, over HTTP. Decides nothing. */
package dev.escala.matter.web;
