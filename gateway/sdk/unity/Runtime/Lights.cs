using UnityEngine;
using Wire = Scenestream.V2;

namespace Scenestream
{
    /// <summary>Lights of the protocol as Unity's.</summary>
    internal static class Lights
    {
        public static void Add(GameObject holder, Wire.Light told)
        {
            Light light = holder.AddComponent<Light>();
            light.type = Type(told.Type);
            light.color = Frames.Colour(told.Color);
            light.intensity = told.Intensity;
            light.bounceIntensity = told.IndirectMultiplier;
            light.shadows = Shadows(told.Shadows);
            if (told.Range > 0) light.range = told.Range;
            if (told.SpotAngle > 0) light.spotAngle = told.SpotAngle;
#if UNITY_EDITOR
            light.lightmapBakeType = Mode(told.Mode);
            bool isDisk = told.Type == Wire.Light.Types.Type.Disk;
            if (IsArea(told.Type))
                light.areaSize = isDisk ? Vector2.one * told.Radius : new Vector2(told.Width, told.Height);
#endif
        }

        private static LightType Type(Wire.Light.Types.Type type)
        {
            switch (type)
            {
                case Wire.Light.Types.Type.Spot: return LightType.Spot;
                case Wire.Light.Types.Type.Directional: return LightType.Directional;
#if UNITY_EDITOR
                case Wire.Light.Types.Type.Rectangle: return LightType.Rectangle;
                case Wire.Light.Types.Type.Disk: return LightType.Disc;
#endif
                // Area lights are for baking, which players do not: a point light shines there instead.
                default: return LightType.Point;
            }
        }

        private static LightShadows Shadows(Wire.Light.Types.Shadows shadows)
        {
            switch (shadows)
            {
                case Wire.Light.Types.Shadows.HardShadows: return LightShadows.Hard;
                case Wire.Light.Types.Shadows.SoftShadows: return LightShadows.Soft;
                default: return LightShadows.None;
            }
        }

#if UNITY_EDITOR
        private static bool IsArea(Wire.Light.Types.Type type)
        {
            return type == Wire.Light.Types.Type.Rectangle || type == Wire.Light.Types.Type.Disk;
        }

        private static LightmapBakeType Mode(Wire.Light.Types.Mode mode)
        {
            switch (mode)
            {
                case Wire.Light.Types.Mode.Baked: return LightmapBakeType.Baked;
                case Wire.Light.Types.Mode.Mixed: return LightmapBakeType.Mixed;
                default: return LightmapBakeType.Realtime;
            }
        }
#endif
    }
}
