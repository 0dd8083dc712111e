/** What is given to others: a session's address, and its scene as a file. */
import type { Mirror } from "scenestream-client";

import * as memory from "./memory.ts";
import * as past from "./past.ts";

/** Says something in the feed; `bad`: that something went wrong. */
export type Say = (text: string, bad?: boolean) => void;

/** Copy the page's address, which joins this session. */
export async function share(say: Say): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    say("The address of this session is in the clipboard. Whoever opens it joins you here.");
  } catch {
    say(`Give this address to whom is to join you here: ${location.href}`);
  }
}

/** Save the whole scene that is shown as a GLB. */
export async function save(session: string, shown: Mirror, invitation: string, say: Say): Promise<void> {
  const name = `${shown.name || "scene"}.glb`;
  const why = await past.saved(session, shown.revision, name, memory.token(), invitation);
  if (why) say(`The scene can not be saved: ${why}`, true);
}
