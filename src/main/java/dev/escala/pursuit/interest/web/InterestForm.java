package dev.escala.pursuit.interest.web;

import dev.escala.pursuit.Capture;
import dev.escala.pursuit.interest.SaidLead;

/**
 * What somebody typed into the page for the interested; all of it stays on the page until
 * it is sent.
 *
 * @param website what no person sees and programs fill in
 * @param form by what the page is known, see {@link dev.escala.web.form.FormToken}
 * @param lang in which language it is read
 */
public record InterestForm(String name, String company, String email, String phone, String text, String website,
		String form, String lang) {

	public InterestForm {
		name = orEmpty(name);
		company = orEmpty(company);
		email = orEmpty(email);
		phone = orEmpty(phone);
		// A form sends two characters where a person typed one.
		text = orEmpty(text).replace("\r\n", "\n");
		website = orEmpty(website);
		form = orEmpty(form);
		lang = orEmpty(lang);
	}

	/** Nothing yet. */
	static InterestForm empty() {
		return new InterestForm("", "", "", "", "", "", "", "");
	}

	SaidLead said() {
		return new SaidLead(this.name, this.company, this.email, this.phone, this.text, Capture.WEB);
	}

	private static String orEmpty(String text) {
		return (text == null) ? "" : text;
	}

}
