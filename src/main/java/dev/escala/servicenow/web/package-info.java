/** Imports over HTTP. */
package dev.escala.servicenow.web;
