/** The edge of our HTTP API: problems in Spanish, paging, sizes. Knows no feature. */
package dev.escala.web;
