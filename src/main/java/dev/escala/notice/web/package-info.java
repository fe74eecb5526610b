/** First notices over HTTP. Decides nothing. */
package dev.escala.notice.web;
