/** The findings of the self-audit over HTTP. Decides nothing. */
package dev.escala.monitoring.web;
