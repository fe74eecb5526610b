/**
 * The messages over HTTP: a page for supervisors, and the same as an API. Decides
 * nothing.
 */
package dev.escala.notification.web;
