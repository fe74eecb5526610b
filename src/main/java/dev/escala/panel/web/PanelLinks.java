package dev.escala.panel.web;

import java.time.LocalDate;

import dev.escala.caselist.CaseKind;
import dev.escala.caselist.CaseOrder;
import dev.escala.caselist.CaseState;
import dev.escala.caselist.QuickFilter;
import dev.escala.panel.PanelScope;
import dev.escala.panel.StandingNow.Age;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * From each number of the panel to the list of the cases that it counts, in the same
 * scope.
 */
public class PanelLinks {

	private final PanelScope scope;

	private final LocalDate today;

	PanelLinks(PanelScope scope, LocalDate today) {
		this.scope = scope;
		this.today = today;
	}

	public String open() {
		return text(list());
	}

	public String late() {
		return filter(QuickFilter.LATE);
	}

	/** What is due first stands first. */
	public String dueToday() {
		return text(list().queryParam("orden", CaseOrder.DUE.word()));
	}

	public String unowned() {
		return filter(QuickFilter.UNOWNED);
	}

	public String silent() {
		return filter(QuickFilter.SILENT);
	}

	public String critical() {
		return filter(QuickFilter.CRITICAL);
	}

	public String paused() {
		return filter(QuickFilter.PAUSED);
	}

	/** The open cases of a team; of none where the id is {@code null}. */
	public String ofTeam(String id) {
		return (id == null) ? unowned() : text(list().replaceQueryParam("equipo", id));
	}

	/** The open cases of a person; of nobody where the id is {@code null}. */
	public String ofPerson(String id) {
		return (id == null) ? unowned() : text(list().queryParam("responsable", id));
	}

	/** The open cases of one band of ages. */
	public String ofAge(Age age) {
		UriComponentsBuilder list = list().queryParam("hasta", this.today.minusDays(age.fromDays()));
		if (age.toDays() != null) {
			list.queryParam("desde", this.today.minusDays(age.toDays() - 1));
		}
		return text(list);
	}

	/** The cases that were reported in a week. */
	public String reportedIn(LocalDate monday) {
		return text(list().queryParam("estado", CaseState.ALL.word())
			.queryParam("desde", monday)
			.queryParam("hasta", monday.plusDays(6)));
	}

	private String filter(QuickFilter filter) {
		return text(list().queryParam("filtro", filter.word()));
	}

	private static String text(UriComponentsBuilder list) {
		return list.build().encode().toUriString();
	}

	/** The list has no question about reasons: there all reasons stand. */
	private UriComponentsBuilder list() {
		UriComponentsBuilder list = UriComponentsBuilder.fromPath("/casos")
			.queryParam("tipo", CaseKind.ESCALATION.word());
		add(list, "equipo", this.scope.team());
		add(list, "cliente", this.scope.customer());
		add(list, "gravedad", this.scope.severity());
		return list;
	}

	private static void add(UriComponentsBuilder list, String name, Object value) {
		if (value != null) {
			list.queryParam(name, value);
		}
	}

}
