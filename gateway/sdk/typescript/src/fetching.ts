/** Bytes of assets over HTTP, checked against their hash. */
import { sha256 } from "@noble/hashes/sha2.js";

import type { Asset } from "./wire_v2_pb.ts";

/** The asset's bytes, from the gateway whose WebSocket is at `url`. Rejects where they are not its own. */
export async function fetched(url: string, asset: Asset): Promise<Uint8Array> {
  const data = asset.data.length ? asset.data : await read(new URL(asset.url, httpOf(url)));
  const hash = [...sha256(data)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hash !== asset.sha256) throw new Error(`the bytes that came are not those of ${asset.id}; fetch it again`);
  return data;
}

/** Where the gateway whose WebSocket is at `url` answers HTTP. */
export function httpOf(url: string): string {
  return url.replace(/^ws/, "http");
}

async function read(place: URL): Promise<Uint8Array> {
  const answer = await fetch(place);
  if (!answer.ok) throw new Error(`${place.pathname}: HTTP ${answer.status}; join again for a new URL`);
  return new Uint8Array(await answer.arrayBuffer());
}
