using System.Collections.Generic;
using UnityEngine;
using UnityEngine.Rendering;
using Wire = Scenestream.V2;

namespace Scenestream
{
    /// <summary>Primitives and their materials, shared: one mesh a shape, one material a colour.</summary>
    public sealed class Looks
    {
        private static readonly PrimitiveType[] Shapes =
        {
            PrimitiveType.Cube, PrimitiveType.Sphere, PrimitiveType.Capsule, PrimitiveType.Cylinder,
            PrimitiveType.Plane, PrimitiveType.Quad
        };

        private readonly Dictionary<PrimitiveType, Mesh> meshes = new Dictionary<PrimitiveType, Mesh>();
        private readonly Dictionary<Color, Material> materials = new Dictionary<Color, Material>();
        private readonly Material pattern;

        /// <param name="pattern">What primitives are made of, in each colour; null: the render pipeline's
        /// lit material. Builds strip shaders that nothing refers to: give one there.</param>
        public Looks(Material pattern)
        {
            this.pattern = pattern;
        }

        /// <summary>Adds the primitive to <paramref name="holder"/>, without a collider.</summary>
        public void Add(GameObject holder, Wire.Primitive primitive)
        {
            holder.AddComponent<MeshFilter>().sharedMesh = MeshOf(primitive.Shape);
            holder.AddComponent<MeshRenderer>().sharedMaterial = MaterialOf(Frames.Colour(primitive.Color));
        }

        /// <summary>Frees the materials.</summary>
        public void Clear()
        {
            foreach (Material material in materials.Values) Object.Destroy(material);
            materials.Clear();
        }

        private Mesh MeshOf(Wire.Primitive.Types.Shape shape)
        {
            int number = (int)shape;
            PrimitiveType type = number >= 0 && number < Shapes.Length ? Shapes[number] : PrimitiveType.Cube;
            Mesh mesh;
            if (meshes.TryGetValue(type, out mesh)) return mesh;
            GameObject sample = GameObject.CreatePrimitive(type);
            mesh = sample.GetComponent<MeshFilter>().sharedMesh;
            sample.SetActive(false);
            Object.Destroy(sample);
            meshes[type] = mesh;
            return mesh;
        }

        private Material MaterialOf(Color colour)
        {
            Material material;
            if (materials.TryGetValue(colour, out material)) return material;
            material = pattern != null ? new Material(pattern) : new Material(Lit());
            material.hideFlags = HideFlags.DontSave;
            material.SetColor(material.HasProperty("_BaseColor") ? "_BaseColor" : "_Color", colour);
            if (colour.a < 1f) SeeThrough(material);
            materials[colour] = material;
            return material;
        }

        private static Shader Lit()
        {
            bool isBuiltIn = GraphicsSettings.currentRenderPipeline == null;
            Shader lit = Shader.Find(isBuiltIn ? "Standard" : "Universal Render Pipeline/Lit");
            return lit != null ? lit : Shader.Find("Sprites/Default"); // never stripped
        }

        /// <summary>What the inspectors of both pipelines do for "Transparent"; other shaders ignore it.</summary>
        private static void SeeThrough(Material material)
        {
            material.SetFloat("_Surface", 1f);
            material.SetFloat("_Mode", 3f);
            material.SetInt("_SrcBlend", (int)BlendMode.SrcAlpha);
            material.SetInt("_DstBlend", (int)BlendMode.OneMinusSrcAlpha);
            material.SetInt("_ZWrite", 0);
            material.EnableKeyword("_SURFACE_TYPE_TRANSPARENT");
            material.EnableKeyword("_ALPHABLEND_ON");
            material.renderQueue = (int)RenderQueue.Transparent;
        }
    }
}
