/** Imports over HTTP. Decides nothing. */
package dev.escala.servicenow.web;
