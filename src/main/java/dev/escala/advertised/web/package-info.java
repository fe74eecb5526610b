/** Public promises in the browser and over HTTP. Decides nothing. */
package dev.escala.advertised.web;
