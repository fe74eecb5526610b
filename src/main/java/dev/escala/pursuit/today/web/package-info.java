/** Today's calls in the browser and over HTTP. Knows no database. */
package dev.escala.pursuit.today.web;
