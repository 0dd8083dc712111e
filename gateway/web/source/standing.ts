/** How it stands with the server, in words: a box over the scene, and the question who one is. */
import type { Link } from "scenestream-client";

import { part } from "./dom.ts";
import * as memory from "./memory.ts";

const GOOD_MS = 3000;
const UNKNOWN = ["NobodyKnown", "BadToken", "TokenExpired"];

/** The box. It is there while something is wrong, and for a moment when all is well again. */
export class LinkBox {
  private readonly box = part("link");
  private wasLost = false;

  /** Of another session nothing is known yet. */
  clear(): void {
    this.wasLost = false;
    this.box.hidden = true;
  }

  /** Tell of the connection. */
  tell(link: Link): void {
    part("link-now").hidden = link.state !== "waiting";
    if (link.state === "waiting") {
      this.wasLost = true;
      this.say(`The connection is lost. Trying again in ${Math.ceil(link.inS)} s.`, "bad");
    } else if (link.state === "connecting" && this.wasLost) {
      this.say("Connecting …", "bad");
    } else if (link.state === "open") {
      if (this.wasLost) this.say(link.resumed ? "Back, and nothing was missed." : "Back.", "good");
      this.wasLost = false;
      setTimeout(() => (this.box.hidden ||= this.box.className === "good"), GOOD_MS);
    } else if (link.state === "closed") {
      this.say(link.why || "The server has closed the connection.", "bad");
    }
  }

  private say(text: string, style: string): void {
    part("link-text").textContent = text;
    this.box.className = style;
    this.box.hidden = false;
  }
}

/** Tell how many look at the session, this page among them. */
export function company(clients: number): void {
  part("here").textContent = clients > 1 ? `${clients} here` : "";
}

/** Whether the server wants to know who one is. */
export function isStranger(link: Link): boolean {
  return link.state === "closed" && UNKNOWN.includes(link.code);
}

/** Ask for a token, and then do this. */
export function askWho(why: string, then: () => void): void {
  const dialog = part<HTMLDialogElement>("ask");
  part("ask-why").textContent = why;
  if (!dialog.open) dialog.showModal();
  part("ask-form").onsubmit = () => {
    memory.keepToken(part<HTMLInputElement>("token").value.trim());
    then();
  };
}
