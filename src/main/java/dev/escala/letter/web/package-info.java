/** Letters over HTTP. Decides nothing. */
package dev.escala.letter.web;
