/** Cases of leaving customers in the browser and over HTTP. Decides nothing. */
package dev.escala.retention.web;
