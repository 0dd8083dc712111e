using UnityEngine;
using Wire = Scenestream.V2;

namespace Scenestream
{
    /// <summary>The protocol's numbers and Unity's. The frame is Unity's own: nothing is converted.</summary>
    internal static class Frames
    {
        public static Vector3 Vector(Wire.Vec3 v, Vector3 absent)
        {
            return v == null ? absent : new Vector3(v.X, v.Y, v.Z);
        }

        public static Vector4 Vector(Wire.Vec4 v)
        {
            return v == null ? new Vector4(0, 1, 0, 0) : new Vector4(v.X, v.Y, v.Z, v.W);
        }

        public static Wire.Vec3 Wire(Vector3 v)
        {
            return new Wire.Vec3 { X = v.x, Y = v.y, Z = v.z };
        }

        /// <summary>sRGB, as Unity's colours are.</summary>
        public static Color Colour(Wire.Color c)
        {
            return c == null ? Color.white : new Color(c.R, c.G, c.B, c.A);
        }
    }
}
