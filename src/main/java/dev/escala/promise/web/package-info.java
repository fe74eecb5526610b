/** Promises over HTTP, for staff. Decides nothing. */
package dev.escala.promise.web;
