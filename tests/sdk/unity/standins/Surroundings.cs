// A stand-in for what the package uses of UnityEngine beside objects: signatures that a compiler can check, and as
// much behaviour as the checks need. Not Unity's code.
using System;
using System.Collections.Generic;

namespace UnityEngine
{
    public enum PrimitiveType { Sphere, Capsule, Cylinder, Cube, Plane, Quad }
    public enum LightType { Spot, Directional, Point, Rectangle, Disc }
    public enum LightShadows { None, Hard, Soft }
    public enum LightmapBakeType { Realtime = 4, Baked = 2, Mixed = 1 }

    public sealed class Mesh : Object { }
    public sealed class MeshFilter : Component { public Mesh sharedMesh { get; set; } }

    public class Renderer : Component
    {
        public Material sharedMaterial { get; set; }
        public bool enabled { get; set; } = true;
        public bool IsTinted;
        public void SetPropertyBlock(MaterialPropertyBlock block) { IsTinted = block != null; }
    }

    public sealed class MaterialPropertyBlock
    {
        public void Clear() { }
        public void SetColor(string name, Color value) { }
    }

    public sealed class Animator : Behaviour
    {
        public float speed { get; set; }
        public void PlayInFixedTime(int state, int layer, float seconds) { }
    }

    public sealed class MeshRenderer : Renderer { }

    public sealed class Light : Behaviour
    {
        public LightType type { get; set; }
        public Color color { get; set; }
        public float intensity { get; set; }
        public float bounceIntensity { get; set; }
        public float range { get; set; }
        public float spotAngle { get; set; }
        public LightShadows shadows { get; set; }
#if UNITY_EDITOR
        public LightmapBakeType lightmapBakeType { get; set; }
        public Vector2 areaSize { get; set; }
#endif
    }

    public sealed class Shader : Object
    {
        public static Shader Find(string name) { return new Shader { name = name }; }
    }

    public class Texture : Object { }
    public sealed class Cubemap : Texture { }

    public sealed class Material : Object
    {
        public readonly Dictionary<string, object> Values = new Dictionary<string, object>();
        public readonly Shader shader;
        public Material(Shader shader) { this.shader = shader; }
        public Material(Material source) { shader = source.shader; }
        public int renderQueue { get; set; }
        public bool HasProperty(string name) { return name == "_Color"; }
        public void SetColor(string name, Color value) { Values[name] = value; }
        public void SetFloat(string name, float value) { Values[name] = value; }
        public void SetInt(string name, int value) { Values[name] = value; }
        public void SetVector(string name, Vector4 value) { Values[name] = value; }
        public void SetTexture(string name, Texture value) { Values[name] = value; }
        public void EnableKeyword(string keyword) { Values[keyword] = true; }
    }

    public static class RenderSettings { public static Material skybox { get; set; } }
    public static class DynamicGI { public static void UpdateEnvironment() { } }

    public static class Resources
    {
        public static T Load<T>(string path) where T : Object { return null; }
    }

    public static class Application
    {
        public static string productName { get { return "Checks"; } }
        public static string unityVersion { get { return "6000.0.0f1"; } }
        public static string persistentDataPath { get; set; }
    }

    public static class Debug
    {
        public static void Log(object message) { }
        public static readonly List<string> Warnings = new List<string>();
        public static void LogWarning(object message) { Warnings.Add(message.ToString()); }
        public static void LogWarning(object message, Object context) { Warnings.Add(message.ToString()); }
    }

    public static class GUILayout
    {
        public static object Width(float width) { return width; }
        public static string TextField(string text, params object[] options) { return text; }
        public static bool Button(string text) { return false; }
        public static void Label(string text) { }
    }

    public enum RuntimeInitializeLoadType { AfterSceneLoad, BeforeSceneLoad }

    public sealed class SerializeField : Attribute { }
    public sealed class HideInInspector : Attribute { }
    public sealed class DisallowMultipleComponent : Attribute { }
    public sealed class HeaderAttribute : Attribute { public HeaderAttribute(string header) { } }
    public sealed class TooltipAttribute : Attribute { public TooltipAttribute(string tooltip) { } }
    public sealed class RangeAttribute : Attribute { public RangeAttribute(float min, float max) { } }
    public sealed class AddComponentMenu : Attribute { public AddComponentMenu(string menu) { } }
    public sealed class RequireComponent : Attribute { public RequireComponent(Type type) { } }
    public sealed class RuntimeInitializeOnLoadMethodAttribute : Attribute
    {
        public RuntimeInitializeOnLoadMethodAttribute(RuntimeInitializeLoadType when) { }
    }
}

namespace UnityEngine.Rendering
{
    public enum BlendMode { SrcAlpha = 5, OneMinusSrcAlpha = 10 }
    public enum RenderQueue { Transparent = 3000 }
    public class RenderPipelineAsset : Object { }
    public static class GraphicsSettings
    {
        public static RenderPipelineAsset currentRenderPipeline { get { return null; } }
    }
}

namespace UnityEngine.Events
{
    public delegate void UnityAction();
    public delegate void UnityAction<T>(T a);
    public delegate void UnityAction<T, U>(T a, U b);

    public class UnityEvent
    {
        private UnityAction listeners;
        public void AddListener(UnityAction call) { listeners += call; }
        public void RemoveListener(UnityAction call) { listeners -= call; }
        public void Invoke() { if (listeners != null) listeners(); }
    }

    public class UnityEvent<T>
    {
        private UnityAction<T> listeners;
        public void AddListener(UnityAction<T> call) { listeners += call; }
        public void Invoke(T a) { if (listeners != null) listeners(a); }
    }

    public class UnityEvent<T, U>
    {
        private UnityAction<T, U> listeners;
        public void AddListener(UnityAction<T, U> call) { listeners += call; }
        public void Invoke(T a, U b) { if (listeners != null) listeners(a, b); }
    }
}

namespace UnityEngine.Networking
{
    public sealed class DownloadHandler { public byte[] data { get; set; } }
    public sealed class UnityWebRequestAsyncOperation { }

    /// <summary>Answers from <see cref="Web"/>, at once.</summary>
    public sealed class UnityWebRequest : IDisposable
    {
        public enum Result { InProgress, Success, ConnectionError, ProtocolError, DataProcessingError }

        /// <summary>Not Unity's: what there is to fetch, and what was fetched.</summary>
        public static readonly Dictionary<string, byte[]> Web = new Dictionary<string, byte[]>();
        public static readonly List<string> Fetched = new List<string>();

        private readonly string url;
        private UnityWebRequest(string url) { this.url = url; }
        public static UnityWebRequest Get(string url) { return new UnityWebRequest(url); }
        public Result result { get; private set; }
        public long responseCode { get; private set; }
        public string error { get { return result == Result.Success ? null : "HTTP/1.1 403 Forbidden"; } }
        public DownloadHandler downloadHandler { get; private set; }

        public UnityWebRequestAsyncOperation SendWebRequest()
        {
            byte[] data;
            bool isThere = Web.TryGetValue(url, out data);
            Fetched.Add(url);
            result = isThere ? Result.Success : Result.ProtocolError;
            responseCode = isThere ? 200 : 403;
            downloadHandler = new DownloadHandler { data = data };
            return new UnityWebRequestAsyncOperation();
        }

        public void Dispose() { }
    }
}

namespace UnityEditor
{
    public sealed class InitializeOnLoadAttribute : Attribute { }

    public static class SessionState
    {
        private static readonly Dictionary<string, string> Kept = new Dictionary<string, string>();
        public static void SetString(string key, string value) { Kept[key] = value; }
        public static string GetString(string key, string absent)
        {
            string value;
            return Kept.TryGetValue(key, out value) ? value : absent;
        }
    }
}
