package dev.escala.pipeline.exported;

import java.time.ZoneId;

/**
 * How a file is to be read where it does not tell by itself.
 *
 * @param amounts which sign stands before decimals, or {@code null}: as the file tells
 * @param dates what stands first in dates, or {@code null}: as the file tells
 * @param zone of times that name none
 */
public record ExportChoices(AmountStyle amounts, DateOrder dates, ZoneId zone) {
}
