/** Internal requests over HTTP. */
package dev.escala.internalrequest.web;
