/**
 * How well selling goes, counted from what happened to prospects and opportunities.
 * Changes nothing and keeps no counts; knows no form and no process.
 */
package dev.escala.pursuit.figure;
