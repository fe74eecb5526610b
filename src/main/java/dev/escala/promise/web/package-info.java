/** Promises over HTTP, for staff. */
package dev.escala.promise.web;
