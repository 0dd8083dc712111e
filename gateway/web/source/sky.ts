/** The sky behind a scene, as a dome that follows nobody: it is larger than all that is shown. */
import { BackSide, Color, Mesh, ShaderMaterial, SphereGeometry } from "three";
import type { Skybox } from "scenestream-client";

import { colour } from "./shapes.ts";

const VERTEX = `
varying vec3 way;
void main() {
  way = normalize(position);
  vec4 at = projectionMatrix * mat4(mat3(modelViewMatrix)) * vec4(position, 1.0);
  gl_Position = at.xyww;
}`;
const FRAGMENT = `
varying vec3 way;
uniform vec3 low, middle, high;
uniform float power;
void main() {
  float up = normalize(way).y;
  vec3 tint = up > 0.0 ? mix(middle, high, pow(up, power)) : mix(middle, low, min(1.0, -up * 2.0));
  gl_FragColor = vec4(tint, 1.0);
  #include <colorspace_fragment>
}`;

/** A dome in three colours, from below to above. */
export class Sky {
  readonly dome: Mesh;
  private readonly uniforms = {
    low: { value: new Color() },
    middle: { value: new Color() },
    high: { value: new Color() },
    power: { value: 1 },
  };

  constructor() {
    const material = new ShaderMaterial({
      uniforms: this.uniforms,
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      side: BackSide,
      depthWrite: false,
    });
    this.dome = new Mesh(new SphereGeometry(1, 32, 16), material);
    this.dome.frustumCulled = false;
    this.dome.renderOrder = -1;
  }

  /**
   * Look like this sky; where there is none, like the page: `ground`, a CSS colour. How much it lights
   * what is below it, 0-1.
   */
  show(sky: Skybox | undefined, ground: string): number {
    const kind = sky?.kind;
    if (kind?.case === "gradient") {
      const middle = colour(kind.value.color1);
      return this.paint(below(middle), middle, colour(kind.value.color2), kind.value.exponent || 1);
    } else if (kind?.case === "sun") {
      const { bottomColor, horizonColor, topColor } = kind.value;
      return this.paint(colour(bottomColor), colour(horizonColor), colour(topColor), 0.6);
    }
    if (kind?.case === "cubed") {
      const tint = colour(kind.value.tintColor);
      return this.paint(below(tint), tint, tint, 1);
    }
    const page = new Color(ground);
    this.paint(page, page, page, 1);
    return 1;
  }

  private paint(low: Color, middle: Color, high: Color, power: number): number {
    this.uniforms.low.value = low;
    this.uniforms.middle.value = middle;
    this.uniforms.high.value = high;
    this.uniforms.power.value = power;
    return Math.sqrt(Math.min(1, (luminance(middle) + luminance(high)) / 1.2));
  }
}

/** What is to be seen below a horizon of that colour: the same, paler by day and darker by night. */
function below(horizon: Color): Color {
  const isDay = luminance(horizon) > 0.15;
  return horizon.clone().lerp(isDay ? new Color(0xf4f2ee) : new Color(0x05070c), 0.6);
}

/** 0 to 1, as the eye weighs it. */
function luminance({ r, g, b }: Color): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
