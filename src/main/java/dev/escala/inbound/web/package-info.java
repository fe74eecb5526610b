/** The mails that arrived over HTTP: a page for supervisors, and the same as an API. */
package dev.escala.inbound.web;
