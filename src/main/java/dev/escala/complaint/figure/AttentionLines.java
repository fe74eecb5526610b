package dev.escala.complaint.figure;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.escala.complaint.attention.AttentionFigures;
import dev.escala.complaint.attention.AttentionKind;
import dev.escala.complaint.attention.AttentionMonth;
import dev.escala.text.Sentences;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who asked for a human or a superior, in the figures of a year. */
@Component
class AttentionLines {

	private final ObjectProvider<AttentionFigures> figures;

	AttentionLines(ObjectProvider<AttentionFigures> figures) {
		this.figures = figures;
	}

	List<FigureLine> of(int year) {
		return this.figures.stream()
			.flatMap((source) -> Stream.of(AttentionKind.values())
				.flatMap((kind) -> lines(kind, source.byMonth(kind, YearMonth.of(year, 1), YearMonth.of(year, 12)))
					.stream()))
			.toList();
	}

	private static List<FigureLine> lines(AttentionKind kind, List<AttentionMonth> months) {
		String of = Sentences.beginning(kind.label());
		return List.of(line(Method.ASKED, of, months, (some) -> BigDecimal.valueOf(asked(some))),
				line(Method.ASKED_IN_TIME, of, months,
						(some) -> FigureLine.share(some.stream().mapToLong(AttentionMonth::inTime).sum(), asked(some))),
				line(Method.ASKED_MEAN, of, months, AttentionLines::mean));
	}

	private static long asked(List<AttentionMonth> months) {
		return months.stream().mapToLong(AttentionMonth::asked).sum();
	}

	private static BigDecimal mean(List<AttentionMonth> months) {
		List<AttentionMonth> told = months.stream().filter((month) -> month.meanSeconds() != null).toList();
		long attended = told.stream().mapToLong(AttentionMonth::attended).sum();
		return (attended == 0) ? null : FigureLine
			.rounded(told.stream().mapToDouble((month) -> month.meanSeconds() * month.attended()).sum() / attended);
	}

	private static FigureLine line(Method method, String of, List<AttentionMonth> months,
			Function<List<AttentionMonth>, BigDecimal> figure) {
		List<BigDecimal> values = new ArrayList<>();
		values.add(figure.apply(months));
		months.forEach((month) -> values.add(figure.apply(List.of(month))));
		return new FigureLine(method, of, values);
	}

}
