/** What staff hear, in the browser and over HTTP. Decides nothing. */
package dev.escala.heard.web;
