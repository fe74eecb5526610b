/** Cases over HTTP. Decides nothing. */
package dev.escala.escalation.web;
