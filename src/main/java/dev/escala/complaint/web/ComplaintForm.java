package dev.escala.complaint.web;

import dev.escala.complaint.Statement;

/**
 * What a customer typed into the page where one complains; any part may be missing or
 * wrong, and all of it stays on the page until it is sent.
 *
 * @param company {@code yes} for whoever bought for a company, and is no consumer
 * @param website what no person sees and programs fill in
 * @param form by what the page is known, see {@link dev.escala.web.form.FormToken}
 * @param lang in which language it is read
 */
public record ComplaintForm(String name, String email, String phone, String description, String wish, String topic,
		String region, String channel, String postalAddress, String company, String website, String form, String lang) {

	public ComplaintForm {
		name = orEmpty(name);
		email = orEmpty(email);
		phone = orEmpty(phone);
		// A form sends two characters where a person typed one.
		description = orEmpty(description).replace("\r\n", "\n");
		wish = orEmpty(wish).replace("\r\n", "\n");
		topic = orEmpty(topic);
		region = orEmpty(region);
		channel = orEmpty(channel);
		postalAddress = orEmpty(postalAddress).replace("\r\n", "\n");
		company = orEmpty(company);
		website = orEmpty(website);
		form = orEmpty(form);
		lang = orEmpty(lang);
	}

	/** Nothing yet. */
	static ComplaintForm empty(String region) {
		return new ComplaintForm("", "", "", "", "", "", region, "MAIL", "", "", "", "", "");
	}

	/** Whether no consumer complains. */
	public boolean isCompany() {
		return this.company.equals("yes");
	}

	/** The address that was typed, or {@code null}. */
	String address() {
		return this.email.isBlank() ? null : this.email.strip();
	}

	/** The same, by which equal ones are known: without what each page has of its own. */
	ComplaintForm withoutToken() {
		return new ComplaintForm(this.name, this.email, this.phone, this.description, this.wish, this.topic,
				this.region, this.channel, this.postalAddress, this.company, "", "", this.lang);
	}

	Statement.Input input(String language) {
		return new Statement.Input(this.name, this.email.strip(), this.phone, null, this.description, this.wish,
				this.region, this.topic, !isCompany(), null, null, null, this.channel, language, null, null, null, null,
				this.postalAddress);
	}

	private static String orEmpty(String text) {
		return (text == null) ? "" : text;
	}

}
