/** What people see of a prospect or an opportunity. Changes nothing. */
package dev.escala.pursuit.view;
