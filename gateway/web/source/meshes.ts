/** GLBs by their hash: each is fetched and read once, and shown as often as it is wanted. */
import { Mesh, type Object3D } from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import type { Asset } from "scenestream-client";

const TRIES = 6;

/** The URL of a mesh is over its hour: the session must be joined anew to be told another. */
export class Stale extends Error {
  override name = "Stale";
}

/** Loads meshes; what was loaded stays. */
export class Meshes {
  private readonly loader = new GLTFLoader();
  private readonly known = new Map<string, Promise<Object3D>>();

  /** A copy of the asset's mesh, its geometry shared with all others. Throws Stale, or why it can not. */
  async get(asset: Asset): Promise<Object3D> {
    let loading = this.known.get(asset.sha256);
    if (!loading) {
      loading = this.load(asset);
      loading.catch(() => this.known.delete(asset.sha256));
      this.known.set(asset.sha256, loading);
    }
    return (await loading).clone();
  }

  private async load(asset: Asset): Promise<Object3D> {
    const { scene } = await this.loader.parseAsync(await fetched(asset.url), "");
    scene.traverse((object) => {
      if (object instanceof Mesh) object.castShadow = object.receiveShadow = true;
    });
    return scene;
  }
}

/** The bytes at a URL, asked for again while the server is away. */
async function fetched(url: string): Promise<ArrayBuffer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(url).catch((away: unknown) => {
      if (attempt === TRIES) throw away;
    });
    if (answer?.ok) return answer.arrayBuffer();
    if (answer?.status === 403) throw new Stale("its hour is over");
    if (answer && (answer.status < 500 || attempt === TRIES)) {
      throw new Error(`the server answers ${answer.status}`);
    }
    await new Promise((done) => setTimeout(done, 250 * 2 ** attempt));
  }
}
