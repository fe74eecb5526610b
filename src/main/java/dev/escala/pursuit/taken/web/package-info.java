/**
 * Imports of prospects and opportunities in the browser and over HTTP. Decides nothing.
 */
package dev.escala.pursuit.taken.web;
