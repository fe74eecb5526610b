/** Giving tasks over HTTP. Decides nothing. */
package dev.escala.handover.web;
