// A stand-in for glTFast: the signatures that the package uses, of versions 6 and 7. Not glTFast's code.
using System;
using System.Threading.Tasks;
using UnityEngine;

#if SCENESTREAM_GLTFAST_7
namespace Unity.Cloud.Gltfast
#else
namespace GLTFast
#endif
{
    public sealed class GltfImport : IDisposable
    {
        public Task<bool> LoadGltfBinary(byte[] data) { return Task.FromResult(data.Length > 0); }
        public Task<bool> InstantiateMainSceneAsync(Transform parent) { return Task.FromResult(parent != null); }
        public void Dispose() { }
    }
}
