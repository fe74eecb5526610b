/** The doors on the web of whoever is interested. Knows no database. */
package dev.escala.pursuit.interest.web;
