/** The panel's lists: the things of a scene, and one's sessions. */
import { type Mirror } from "scenestream-client";

import { button, made, part } from "./dom.ts";
import { isShell } from "./hand.ts";
import * as memory from "./memory.ts";
import * as past from "./past.ts";

const NAME = 60;

/** The things of a scene, each a button that chooses it. */
export class ThingsList {
  private listed = "";

  constructor(private readonly choose: (id: string) => void) {}

  /** List what is there; `chosen`: an id. */
  show(mirror: Mirror | undefined, chosen: string | undefined): void {
    const shown = [...(mirror?.nodes.values() ?? [])].filter(
      (node) => node.components.length > 0 && !node.id.endsWith("-box") && !isShell(node),
    );
    const list = JSON.stringify([chosen, shown.map(({ id, name }) => [id, name])]);
    if (list === this.listed) return; // whoever walks through it with the keys stays where they are
    this.listed = list;
    part("things-count").textContent = shown.length ? `(${shown.length})` : "";
    const items = shown.map(({ id, name }) => entry(name || id, id === chosen, () => this.choose(id)));
    part("things").replaceChildren(...(items.length ? items : [nothing("Nothing yet.")]));
  }
}

/** One's sessions, each a button that joins it; asked for only while their list is open: it may be long. */
export class SessionsList {
  constructor(private readonly join: (id: string) => void) {
    part("sessions-box").ontoggle = () => void this.show("");
  }

  /** List them anew; `joined`: an id, "" for the one that was told before. */
  async show(joined: string): Promise<void> {
    this.joined = joined || this.joined;
    if (!part<HTMLDetailsElement>("sessions-box").open) return;
    const all = await past.sessions(memory.token(), memory.sessions());
    const items = all.map(({ id, name, at }) =>
      entry(`${name.slice(0, NAME)} · ${when(at)}`, id === this.joined, () => this.join(id)),
    );
    part("sessions").replaceChildren(...(items.length ? items : [nothing("None yet.")]));
  }

  private joined = "";
}

function entry(text: string, isCurrent: boolean, does: () => void): HTMLLIElement {
  const item = made("li");
  const choose = button(text, does);
  choose.setAttribute("aria-current", String(isCurrent));
  item.append(choose);
  return item;
}

function nothing(text: string): HTMLLIElement {
  return made("li", text, "small");
}

/** The time, of another day with its date. */
function when(ms: number): string {
  const at = new Date(ms);
  const time = at.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
  if (at.toDateString() === new Date().toDateString()) return time;
  return `${at.toLocaleDateString([], { day: "numeric", month: "short" })}, ${time}`;
}
