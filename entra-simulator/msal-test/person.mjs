// Plays a person with a browser: cookies, buttons of the simulator's pages, no scripts. A redirect
// away from the login host is not followed, as nobody listens there.

const FORM = /<form method="post" action="([^"]+)"/;
const HIDDEN = /<input type="hidden" name="([^"]+)" value="([^"]*)">/g;

const unescaped = (html) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

export class Person {
  #cookie = "";

  /** Opens an address and presses buttons, one after the other; the address that is left for. */
  async visits(address, ...buttons) {
    let page = await this.#sends(address, { method: "GET" });
    for (const button of buttons) {
      page = await this.#presses(page, button);
    }
    if (!page.location) {
      throw new Error("The browser is still at the login host: " + page.html);
    }
    return new URL(page.location);
  }

  async #presses(page, button) {
    const found = new RegExp(
      `<button type="submit" name="([^"]+)" value="([^"]+)" id="${RegExp.escape?.(button) ?? button}"`,
    ).exec(page.html);
    const form = FORM.exec(page.html);
    if (!found || !form) {
      throw new Error(`There is no button ${button} on: ${page.html}`);
    }
    const fields = new URLSearchParams([[found[1], unescaped(found[2])]]);
    for (const [, name, value] of page.html.matchAll(HIDDEN)) {
      fields.append(name, unescaped(value));
    }
    return this.#sends(new URL(unescaped(form[1]), page.address), { method: "POST", body: fields });
  }

  async #sends(address, request) {
    const answer = await fetch(address, {
      ...request,
      redirect: "manual",
      headers: this.#cookie ? { Cookie: this.#cookie } : {},
    });
    const set = answer.headers.get("set-cookie");
    if (set) {
      this.#cookie = set.split(";")[0];
    }
    return {
      address,
      location: answer.headers.get("location"),
      html: await answer.text(),
    };
  }
}
