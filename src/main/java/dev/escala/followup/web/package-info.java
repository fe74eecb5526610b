/** Calls to ask how it goes, in the browser and over HTTP. Decides nothing. */
package dev.escala.followup.web;
