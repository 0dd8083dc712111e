// A stand-in for UnityEngine's numbers, as far as the package uses them. Rotations are kept as the Euler degrees
// that made them, which is enough to tell whether one was changed. Not Unity's code.
using System;

namespace UnityEngine
{
    public struct Vector2
    {
        public float x, y;
        public Vector2(float x, float y) { this.x = x; this.y = y; }
        public static Vector2 one { get { return new Vector2(1, 1); } }
        public static Vector2 operator *(Vector2 v, float f) { return new Vector2(v.x * f, v.y * f); }
    }

    public struct Vector3
    {
        public float x, y, z;
        public Vector3(float x, float y, float z) { this.x = x; this.y = y; this.z = z; }
        public static Vector3 zero { get { return new Vector3(); } }
        public static Vector3 one { get { return new Vector3(1, 1, 1); } }
        public static bool operator ==(Vector3 a, Vector3 b)
        {
            float x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
            return x * x + y * y + z * z < 9.99999944e-11f; // as Unity's documentation has it
        }
        public static bool operator !=(Vector3 a, Vector3 b) { return !(a == b); }
        public override bool Equals(object other) { return other is Vector3 && this == (Vector3)other; }
        public override int GetHashCode() { return 0; }
    }

    public struct Vector4
    {
        public float x, y, z, w;
        public Vector4(float x, float y, float z, float w) { this.x = x; this.y = y; this.z = z; this.w = w; }
    }

    public struct Quaternion
    {
        private Vector3 degrees;
        public static Quaternion identity { get { return new Quaternion(); } }
        public Vector3 eulerAngles { get { return degrees; } }
        public static Quaternion Euler(Vector3 degrees) { return new Quaternion { degrees = degrees }; }
        public static float Angle(Quaternion a, Quaternion b)
        {
            Vector3 x = a.degrees, y = b.degrees;
            return Math.Abs(x.x - y.x) + Math.Abs(x.y - y.y) + Math.Abs(x.z - y.z);
        }
    }

    public struct Color
    {
        public float r, g, b, a;
        public Color(float r, float g, float b, float a) { this.r = r; this.g = g; this.b = b; this.a = a; }
        public static Color white { get { return new Color(1, 1, 1, 1); } }
        public static Color yellow { get { return new Color(1, 0.92f, 0.016f, 1); } }
    }

    public static class Mathf
    {
        public static int RoundToInt(float value) { return (int)Math.Round(value); }
    }
}
