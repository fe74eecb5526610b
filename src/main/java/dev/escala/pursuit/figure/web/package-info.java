/**
 * The figures of sales in the browser, as a file and over HTTP. Computes none of them.
 */
package dev.escala.pursuit.figure.web;
