/** What the browser remembers: sessions that were seen on this device, the token of this tab, the theme. */

/** A session that was seen here. */
export interface Seen {
  readonly id: string;
  readonly name: string;
  readonly at: number;
}

const SESSIONS = "scenestream.sessions";
const TOKEN = "scenestream.token";
const THEME = "scenestream.theme";
const MOST = 30;

/** Sessions that were seen here, the last one first. */
export function sessions(): Seen[] {
  try {
    const told: unknown = JSON.parse(localStorage.getItem(SESSIONS) ?? "[]");
    return Array.isArray(told) ? told.filter((s) => typeof s?.id === "string") : [];
  } catch {
    return []; // storage that is switched off, or was written by something else
  }
}

/** Remember a session under a name. */
export function saw(id: string, name: string): void {
  const others = sessions().filter((session) => session.id !== id);
  const all = [{ id, name, at: Date.now() }, ...others].slice(0, MOST);
  keep(() => localStorage.setItem(SESSIONS, JSON.stringify(all)));
}

/** Forget a session. */
export function forget(id: string): void {
  const others = sessions().filter((session) => session.id !== id);
  keep(() => localStorage.setItem(SESSIONS, JSON.stringify(others)));
}

/** The token of this tab; "" for none. */
export function token(): string {
  return read(() => sessionStorage.getItem(TOKEN));
}

/** Keep a token until the tab is closed. */
export function keepToken(token: string): void {
  keep(() => sessionStorage.setItem(TOKEN, token));
}

/** "light" or "dark": as was chosen, else as the system is. */
export function theme(): string {
  const chosen = read(() => localStorage.getItem(THEME));
  return chosen || (matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark");
}

/** Keep a chosen theme. */
export function keepTheme(theme: string): void {
  keep(() => localStorage.setItem(THEME, theme));
}

function read(from: () => string | null): string {
  try {
    return from() ?? "";
  } catch {
    return "";
  }
}

function keep(write: () => void): void {
  try {
    write();
  } catch {
    // Storage is full or switched off: the page works without.
  }
}
