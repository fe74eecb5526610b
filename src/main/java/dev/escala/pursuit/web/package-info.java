/** Prospects and opportunities over HTTP and in the browser. Decides nothing. */
package dev.escala.pursuit.web;
