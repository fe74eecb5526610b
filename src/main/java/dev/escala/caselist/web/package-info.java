/** The list as a page, as a file and over HTTP. Decides nothing. */
package dev.escala.caselist.web;
