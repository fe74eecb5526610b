/** Reviews in the browser and over HTTP. Decides nothing. */
package dev.escala.review.web;
