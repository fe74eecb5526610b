/** Giving tasks over HTTP. */
package dev.escala.handover.web;
