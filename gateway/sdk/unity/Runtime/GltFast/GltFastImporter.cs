using System;
using System.Threading.Tasks;
using UnityEngine;
#if SCENESTREAM_GLTFAST_7
using Unity.Cloud.Gltfast;
#else
using GLTFast;
#endif

namespace Scenestream
{
    /// <summary>glTFast, where the package com.unity.cloud.gltfast is installed.</summary>
    public sealed class GltFastImporter : IMeshImporter
    {
        [RuntimeInitializeOnLoadMethod(RuntimeInitializeLoadType.BeforeSceneLoad)]
        private static void Register()
        {
            if (MeshImporters.Default == null) MeshImporters.Default = new GltFastImporter();
        }

        public void Import(byte[] glb, string name, Transform parent, Action done, Action<string> failed)
        {
            Import(glb, parent, done, failed);
        }

        // Nobody awaits it: whatever happens is told by one of both.
        private static async void Import(byte[] glb, Transform parent, Action done, Action<string> failed)
        {
            string wrong = await Attempt(glb, parent);
            if (wrong == null) done();
            else failed(wrong);
        }

        private static async Task<string> Attempt(byte[] glb, Transform parent)
        {
            try
            {
                // The import owns the meshes and textures that instances share: it lives as long as the template.
                var import = new GltfImport();
                if (!await import.LoadGltfBinary(glb)) return "glTFast can not read it";
                if (parent == null) return "its place is gone";
                parent.gameObject.AddComponent<GltFastOwner>().Import = import;
                return await import.InstantiateMainSceneAsync(parent) ? null : "glTFast can not show it";
            }
            catch (Exception broken) // an importer's own, of any kind: one mesh must not end a session
            {
                return broken.Message;
            }
        }
    }
}
