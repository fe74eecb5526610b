/** Internal requests over HTTP. Decides nothing. */
package dev.escala.internalrequest.web;
