/** Reads one mail, whatever its sender made of it; knows no case and no database. */
package dev.escala.inbound.mail;
