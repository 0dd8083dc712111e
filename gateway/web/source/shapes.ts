/** Unity's built-in meshes and lights in three.js. Geometries are made once and shared. */
import {
  BoxGeometry,
  type BufferGeometry,
  CapsuleGeometry,
  Color as ThreeColor,
  CylinderGeometry,
  DirectionalLight,
  DoubleSide,
  FrontSide,
  Mesh,
  MeshStandardMaterial,
  Object3D,
  PlaneGeometry,
  PointLight,
  SphereGeometry,
  SpotLight,
  SRGBColorSpace,
} from "three";
import { type Color, type Light, Light_Type, type Primitive, Primitive_Shape } from "scenestream-client";

/** What makes Unity's intensities look alike here: three.js counts in candela and lux. */
const SUN = 2.4;
const LAMP = 6;

const SHAPES: Record<Primitive_Shape, () => BufferGeometry> = {
  [Primitive_Shape.CUBE]: () => new BoxGeometry(1, 1, 1),
  [Primitive_Shape.SPHERE]: () => new SphereGeometry(0.5, 32, 20),
  [Primitive_Shape.CAPSULE]: () => new CapsuleGeometry(0.5, 1, 8, 24),
  [Primitive_Shape.CYLINDER]: () => new CylinderGeometry(0.5, 0.5, 2, 32),
  [Primitive_Shape.PLANE]: () => new PlaneGeometry(10, 10).rotateX(-Math.PI / 2),
  [Primitive_Shape.QUAD]: () => new PlaneGeometry(1, 1).rotateY(Math.PI),
};
const made = new Map<Primitive_Shape, BufferGeometry>();

/** A primitive of Unity's sizes: a cube of 1 m, a cylinder of 2 m, a plane of 10 m. */
export function primitive({ shape, color }: Primitive): Mesh {
  let geometry = made.get(shape);
  if (!geometry) made.set(shape, (geometry = (SHAPES[shape] ?? SHAPES[Primitive_Shape.CUBE])()));
  const alpha = color?.a ?? 1;
  const material = new MeshStandardMaterial({
    color: colour(color),
    roughness: 0.85,
    transparent: alpha < 1,
    opacity: alpha,
    side: shape >= Primitive_Shape.PLANE ? DoubleSide : FrontSide,
  });
  const mesh = new Mesh(geometry, material);
  mesh.castShadow = mesh.receiveShadow = true;
  return mesh;
}

/** A light that shines along its node's +Z, as Unity's do; area lights become wide spots. */
export function light(told: Light): Object3D {
  const tint = colour(told.color);
  const range = told.range || 0;
  if (told.type === Light_Type.POINT) return new PointLight(tint, told.intensity * LAMP, range);
  const ahead = new Object3D();
  ahead.position.z = 1;
  const shining = directed(told, tint, range);
  shining.target = ahead;
  const holder = new Object3D();
  holder.add(shining, ahead);
  return holder;
}

function directed(told: Light, tint: ThreeColor, range: number): DirectionalLight | SpotLight {
  if (told.type !== Light_Type.DIRECTIONAL) {
    const degrees = told.type === Light_Type.SPOT ? told.spotAngle || 30 : 150;
    return new SpotLight(tint, told.intensity * LAMP, range, (degrees * Math.PI) / 360, 0.4);
  }
  const sun = new DirectionalLight(tint, told.intensity * SUN);
  sun.castShadow = true;
  sun.shadow.mapSize.set(1024, 1024);
  sun.shadow.bias = -0.0005;
  sun.shadow.normalBias = 0.03;
  const seen = sun.shadow.camera;
  [seen.left, seen.right, seen.top, seen.bottom, seen.near, seen.far] = [-9, 9, 9, -9, -30, 30];
  return sun;
}

/** sRGB, each 0-1; white for none. */
export function colour(told: Color | undefined): ThreeColor {
  return told
    ? new ThreeColor().setRGB(told.r, told.g, told.b, SRGBColorSpace)
    : new ThreeColor(0xffffff);
}
