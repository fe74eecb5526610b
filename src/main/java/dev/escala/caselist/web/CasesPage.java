package dev.escala.caselist.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.escala.access.Staff;
import dev.escala.caselist.CaseKind;
import dev.escala.caselist.CaseLine;
import dev.escala.caselist.CaseList;
import dev.escala.caselist.CaseMoment;
import dev.escala.caselist.CaseOrder;
import dev.escala.caselist.CasePart;
import dev.escala.caselist.CaseQuery;
import dev.escala.caselist.CaseState;
import dev.escala.caselist.QuickFilter;
import dev.escala.escalation.Report;
import dev.escala.matter.Severity;
import dev.escala.reference.UserId;
import dev.escala.text.Storable;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Everything that a person may see, in one list that is searched and filtered by
 * addresses, so that each view can be kept and sent. What is wrong in an address is said
 * above the list, and counts as if it were not there.
 */
@Controller
@RequestMapping("/casos")
class CasesPage extends StaffPage {

	private static final CaseQuery.Words WORDS = CaseQuery.Words.PAGE;

	private final CaseList list;

	private final CaseCsv csv;

	private final Staff staff;

	private final Clock clock;

	private final ZoneId zone;

	CasesPage(CaseList list, CaseCsv csv, Staff staff, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		super("cases", "No puede ver los casos", zone);
		this.list = list;
		this.csv = csv;
		this.staff = staff;
		this.clock = clock;
		this.zone = zone;
	}

	@GetMapping
	String show(@RequestParam Map<String, String> parameters, Model model, HttpServletResponse response) {
		Map<String, String> sent = cleaned(parameters);
		Fields fields = new Fields();
		CaseQuery query = CaseQuery.read(fields, WORDS, sent, this.zone);
		try {
			fields.done();
			model.addAttribute("problems", Map.of());
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			Map<String, String> problems = problems(ex);
			model.addAttribute("problems", problems);
			problems.keySet().forEach(sent::remove);
		}
		fill(query, new CaseLinks(sent), model);
		return "cases/list";
	}

	/** A file has no place for a note: what is wrong is said on the page. */
	@GetMapping("/exportar")
	String export(@RequestParam Map<String, String> parameters, Model model, HttpServletResponse response)
			throws IOException {
		Fields fields = new Fields();
		CaseQuery query = CaseQuery.read(fields, WORDS, cleaned(parameters), this.zone);
		try {
			fields.done();
		}
		catch (InvalidInputException ex) {
			return show(parameters, model, response);
		}
		this.csv.write(query, response);
		return null;
	}

	private void fill(CaseQuery query, CaseLinks links, Model model) {
		CasePart part = this.list.part(query);
		model.addAttribute("query", query);
		model.addAttribute("links", links);
		model.addAttribute("text", Objects.toString(query.text(), ""));
		model.addAttribute("counts", this.list.counts(query));
		model.addAttribute("part", part);
		model.addAttribute("lines", shown(part.items()));
		model.addAttribute("filters", QuickFilter.values());
		model.addAttribute("states", CaseState.values());
		model.addAttribute("kinds", CaseKind.values());
		model.addAttribute("severities", Severity.values());
		model.addAttribute("reasons", Report.Reason.values());
		model.addAttribute("moments", CaseMoment.values());
		model.addAttribute("orders", CaseOrder.values());
		model.addAttribute("sheet", "cases/style");
	}

	/** One question to the directory for all people of the page, one for all groups. */
	private List<ShownLine> shown(List<CaseLine> lines) {
		Instant now = this.clock.instant();
		ShortDates dates = new ShortDates(this.zone, now);
		Map<UserId, String> people = this.staff
			.namesOf(lines.stream().map(CaseLine::ownerId).filter(Objects::nonNull).toList());
		Map<String, String> teams = new LinkedHashMap<>();
		if (!lines.isEmpty()) {
			this.staff.groups().forEach((team) -> teams.put(team.id(), team.name()));
		}
		return lines.stream()
			.map((line) -> new ShownLine(line,
					(line.ownerId() == null) ? null : people.getOrDefault(line.ownerId(), line.ownerId().value()),
					(line.groupId() == null) ? null : teams.getOrDefault(line.groupId(), line.groupId()),
					(line.due().lateSince() == null) ? null : ShownLine.late(line.due().lateSince(), now),
					(line.due().next() == null) ? null : dates.limit(line.due().next()), dates.past(line.reportedAt()),
					(line.toldAt() == null) ? null : dates.past(line.toldAt())))
			.toList();
	}

	/** What nobody can have typed is not in the address of a person. */
	private static Map<String, String> cleaned(Map<String, String> parameters) {
		Map<String, String> cleaned = new LinkedHashMap<>();
		WORDS.all().forEach((name) -> {
			String value = parameters.get(name);
			if (value != null && !value.isBlank()) {
				cleaned.put(name, Storable.storable(value).replaceAll("\\p{Cntrl}", " ").strip());
			}
		});
		return cleaned;
	}

}
