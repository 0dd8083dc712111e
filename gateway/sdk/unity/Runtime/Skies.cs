using UnityEngine;
using Wire = Scenestream.V2;

namespace Scenestream
{
    /// <summary>The scene's sky as the skybox of the render settings; what was there before comes back with none.</summary>
    internal sealed class Skies
    {
        private readonly Material before;
        private Material ours;

        public Skies()
        {
            Material found = RenderSettings.skybox;
            bool isOurs = found != null && found.shader.name.StartsWith("Scenestream/"); // from before a reload
            before = isOurs ? null : found;
        }

        /// <param name="sky">Null for none.</param>
        public void Show(Wire.Skybox sky)
        {
            Material material = sky == null ? null : Made(sky);
            RenderSettings.skybox = material != null ? material : before;
            DynamicGI.UpdateEnvironment();
            if (ours != null) Object.Destroy(ours);
            ours = material;
        }

        private static Material Made(Wire.Skybox sky)
        {
            switch (sky.KindCase)
            {
                case Wire.Skybox.KindOneofCase.Gradient: return Gradient(sky.Gradient);
                case Wire.Skybox.KindOneofCase.Sun: return Sun(sky.Sun);
                case Wire.Skybox.KindOneofCase.Cubed: return Cubed(sky.Cubed);
                default: return null;
            }
        }

        private static Material Gradient(Wire.Skybox.Types.Gradient g)
        {
            Material material = Of("Scenestream/Gradient Sky");
            if (material == null) return null;
            material.SetColor("_Color1", Frames.Colour(g.Color1));
            material.SetColor("_Color2", Frames.Colour(g.Color2));
            material.SetVector("_UpVector", Frames.Vector(g.UpVector));
            material.SetFloat("_Intensity", g.Intensity);
            material.SetFloat("_Exponent", g.Exponent);
            return material;
        }

        private static Material Sun(Wire.Skybox.Types.Sun s)
        {
            Material material = Of("Scenestream/Sun Sky");
            if (material == null) return null;
            material.SetColor("_TopColor", Frames.Colour(s.TopColor));
            material.SetFloat("_TopExponent", s.TopExponent);
            material.SetColor("_HorizonColor", Frames.Colour(s.HorizonColor));
            material.SetColor("_BottomColor", Frames.Colour(s.BottomColor));
            material.SetFloat("_BottomExponent", s.BottomExponent);
            material.SetFloat("_SkyIntensity", s.SkyIntensity);
            material.SetColor("_SunColor", Frames.Colour(s.SunColor));
            material.SetFloat("_SunIntensity", s.SunIntensity);
            material.SetFloat("_SunAlpha", s.SunAlpha);
            material.SetFloat("_SunBeta", s.SunBeta);
            material.SetVector("_SunVector", Frames.Vector(s.SunVector));
            return material;
        }

        /// <summary>The cube map is the project's own, in a Resources folder; without it, no sky.</summary>
        private static Material Cubed(Wire.Skybox.Types.Cubed c)
        {
            Cubemap map = Resources.Load<Cubemap>(c.CubeMap);
            Material material = map == null ? null : Of("Skybox/Cubemap");
            if (material == null) return null;
            material.SetTexture("_Tex", map);
            material.SetColor("_Tint", Frames.Colour(c.TintColor));
            material.SetFloat("_Exposure", c.Exposure);
            material.SetFloat("_Rotation", c.Rotation);
            return material;
        }

        private static Material Of(string shader)
        {
            Shader found = Shader.Find(shader);
            return found == null ? null : new Material(found) { hideFlags = HideFlags.DontSave };
        }
    }
}
