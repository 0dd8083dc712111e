/** What the server tells of the past over HTTP: one's sessions, and what changed a scene. */
import type { Seen } from "./memory.ts";

/** A change of a scene: the words that asked for it ("" by hand), and what came of it. */
export interface Change {
  readonly revision: number;
  readonly text: string;
  readonly summary: string;
}

interface Listed {
  readonly session: string;
  readonly at: string;
  readonly events: number;
}

/**
 * One's sessions, the newest first, by the names that they have on this device. Where the server does
 * not tell, those that were seen here.
 */
export async function sessions(token: string, seen: Seen[]): Promise<Seen[]> {
  const told = await get<{ sessions: Listed[] }>("/sessions?limit=60", token);
  if (!told) return seen;
  const names = new Map(seen.map(({ id, name }) => [id, name]));
  return told.sessions
    .filter(({ session, events }) => events > 1 || names.has(session))
    .map(({ session, at }) => {
      return { id: session, name: names.get(session) ?? session.slice(0, 8), at: Date.parse(at) };
    });
}

/** What changed a session's scene, oldest first; empty where the server does not tell. */
export async function changes(session: string, token: string, invitation: string): Promise<Change[]> {
  const query = new URLSearchParams({ limit: "1000", ...(invitation && { invitation }) });
  const found: Change[] = [];
  for (let after = 0; ; ) {
    query.set("after", String(after));
    const path = `/sessions/${encodeURIComponent(session)}/history?${query}`;
    const told = await get<{ revisions: Change[]; next: number }>(path, token);
    found.push(...(told?.revisions ?? []));
    if (!told?.next) return found;
    after = told.next;
  }
}

/** Have the browser save a revision of the scene under a name; why it can not, "" where it can. */
export async function saved(
  session: string, revision: number, name: string, token: string, invitation: string,
): Promise<string> {
  const query = new URLSearchParams({ at: `r${revision}` });
  if (invitation) query.set("invitation", invitation);
  try {
    const answer = await fetch(`/sessions/${encodeURIComponent(session)}/scene.glb?${query}`, signed(token));
    if (!answer.ok) return `the server answers ${answer.status}`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return "";
  } catch {
    return "the server is away";
  }
}

function signed(token: string): RequestInit {
  return token ? { headers: { Authorization: `Bearer ${token}` } } : {};
}

async function get<T>(path: string, token: string): Promise<T | undefined> {
  try {
    const answer = await fetch(path, signed(token));
    return answer.ok ? ((await answer.json()) as T) : undefined;
  } catch {
    return undefined; // the server is away: what is told over the socket says so
  }
}
