/** Holds and bodies in the browser and over HTTP. Decides none of them. */
package dev.escala.complaint.hold.web;
