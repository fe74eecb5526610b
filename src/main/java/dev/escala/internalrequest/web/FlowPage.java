package dev.escala.internalrequest.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.escala.access.Staff;
import dev.escala.policy.PolicyChart;
import dev.escala.policy.Route;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * When, how and whom to ask, on one sheet, drawn from the deployed tables (000-38). For
 * all staff: whoever may not ask may still know how it works.
 */
@Controller
@RequestMapping("/preguntar/flujo")
class FlowPage extends StaffPage {

	private final PolicyChart chart;

	private final Staff staff;

	FlowPage(PolicyChart chart, Staff staff, @Value("${escala.zone}") ZoneId zone) {
		super("ask", "No puede ver el flujo", zone);
		this.chart = chart;
		this.staff = staff;
	}

	@GetMapping
	String show(Model model) {
		PolicyChart.Chart drawn = this.chart.draw();
		Map<String, String> names = new LinkedHashMap<>();
		drawn.answerers()
			.stream()
			.flatMap((one) -> Stream.of(one.route(), one.senior()))
			.filter(Objects::nonNull)
			.map(Route::groupId)
			.forEach((group) -> names.computeIfAbsent(group, this.staff::groupName));
		model.addAttribute("sheet", "ask/style");
		model.addAttribute("chart", drawn);
		model.addAttribute("names", names);
		return "ask/flow";
	}

}
