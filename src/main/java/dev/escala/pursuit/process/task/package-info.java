/** What people do in the processes of prospects and opportunities. Decides nothing. */
package dev.escala.pursuit.process.task;
