/** The messages over HTTP: a page for supervisors, and the same as an API. */
package dev.escala.notification.web;
