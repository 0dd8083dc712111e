using System;
using UnityEngine;

namespace Scenestream
{
    /// <summary>Turns a GLB into GameObjects. One method, so that any importer of glTF fits behind it.</summary>
    public interface IMeshImporter
    {
        /// <summary>
        /// Imports below <paramref name="parent"/>, which is inactive, and calls one of both on the main thread:
        /// <paramref name="done"/>, or <paramref name="failed"/> with the cause. GLBs are right-handed: mirror X,
        /// as glTFast and UnityGLTF do, so that a mesh's front looks along +Z.
        /// </summary>
        void Import(byte[] glb, string name, Transform parent, Action done, Action<string> failed);
    }

    /// <summary>The importer that clients use unless they are given another.</summary>
    public static class MeshImporters
    {
        /// <summary>Set by the adapter of an importer that is installed; null: there is none.</summary>
        public static IMeshImporter Default;
    }
}
