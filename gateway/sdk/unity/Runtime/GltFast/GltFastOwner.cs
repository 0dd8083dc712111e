using UnityEngine;
#if SCENESTREAM_GLTFAST_7
using Unity.Cloud.Gltfast;
#else
using GLTFast;
#endif

namespace Scenestream
{
    /// <summary>Frees what an import holds on the GPU when its template goes; an instance's copy has none.</summary>
    [AddComponentMenu("")]
    public sealed class GltFastOwner : MonoBehaviour
    {
        internal GltfImport Import;

        private void OnDestroy()
        {
            if (Import != null) Import.Dispose();
        }
    }
}
