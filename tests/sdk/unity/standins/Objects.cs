// A stand-in for UnityEngine, as far as the package uses it, for a compiler and a runtime without Unity. The types
// of this file work: objects, components, hierarchies, the null of what was destroyed. Not Unity's code.
using System;
using System.Collections;
using System.Collections.Generic;

namespace UnityEngine
{
    [Flags] public enum HideFlags { None = 0, DontSave = 52, HideAndDontSave = 61 }

    public class Object
    {
        private static readonly List<Object> Doomed = new List<Object>();
        private bool isGone;

        public virtual string name { get; set; } = "";
        public HideFlags hideFlags { get; set; }

        public static void Destroy(Object what)
        {
            if (what != null) Doomed.Add(what);
        }

        /// <summary>Not Unity's: the end of a frame, when what was destroyed goes.</summary>
        public static void EndFrame()
        {
            foreach (Object what in Doomed.ToArray()) what.Go();
            Doomed.Clear();
        }

        public static T Instantiate<T>(T original, Transform parent, bool worldPositionStays) where T : Object
        {
            if (worldPositionStays) throw new NotSupportedException("keep places local");
            if (original == null) throw new ArgumentException("the Object you want to instantiate is null");
            GameObject copy = ((GameObject)(object)original).Copy();
            copy.name = original.name + "(Clone)";
            copy.transform.SetParent(parent, false);
            return (T)(object)copy;
        }

        internal virtual void Go()
        {
            isGone = true;
        }

        public static bool operator ==(Object a, Object b)
        {
            bool noA = ReferenceEquals(a, null) || a.isGone, noB = ReferenceEquals(b, null) || b.isGone;
            return noA || noB ? noA && noB : ReferenceEquals(a, b);
        }

        public static bool operator !=(Object a, Object b) { return !(a == b); }
        public override bool Equals(object other) { return ReferenceEquals(this, other); }
        public override int GetHashCode() { return base.GetHashCode(); }
    }

    public class Component : Object
    {
        private GameObject owner;

        public GameObject gameObject
        {
            get
            {
                if (this == null) throw new InvalidOperationException("MissingReferenceException");
                return owner;
            }
            internal set { owner = value; }
        }

        public override string name { get { return gameObject.name; } set { gameObject.name = value; } }
        public Transform transform { get { return gameObject.transform; } }
        public T GetComponent<T>() { return gameObject.GetComponent<T>(); }
        public T[] GetComponentsInChildren<T>(bool includeInactive) { return gameObject.GetComponentsInChildren<T>(includeInactive); }
    }

    public class Behaviour : Component { public bool enabled { get; set; } = true; }

    public class Coroutine { }

    public class MonoBehaviour : Behaviour
    {
        /// <summary>Runs it to its end at once; nothing here waits for a frame.</summary>
        public Coroutine StartCoroutine(IEnumerator routine)
        {
            while (routine.MoveNext()) { }
            return new Coroutine();
        }

        public void StopAllCoroutines() { }
    }

    public struct Scene { public string path { get { return "Assets/Main.unity"; } } }

    public sealed class GameObject : Object
    {
        private readonly List<Component> components = new List<Component>();

        public GameObject(string name)
        {
            this.name = name;
            transform = AddComponent<Transform>();
            activeSelf = true;
        }

        public Transform transform { get; private set; }
        public bool activeSelf { get; private set; }
        public Scene scene { get { return new Scene(); } }
        public bool activeInHierarchy
        {
            get { return activeSelf && (transform.parent == null || transform.parent.gameObject.activeInHierarchy); }
        }

        public void SetActive(bool active) { activeSelf = active; }

        public T AddComponent<T>() where T : Component, new()
        {
            var added = new T { gameObject = this };
            components.Add(added);
            return added;
        }

        public T GetComponent<T>()
        {
            foreach (Component c in components) if (c is T) return (T)(object)c;
            return default(T);
        }

        public T[] GetComponentsInChildren<T>(bool includeInactive)
        {
            var found = new List<T>();
            if (includeInactive || activeSelf)
            {
                foreach (Component c in components) if (c is T) found.Add((T)(object)c);
                for (int i = 0; i < transform.childCount; i++)
                    found.AddRange(transform.GetChild(i).gameObject.GetComponentsInChildren<T>(includeInactive));
            }
            return found.ToArray();
        }

        public static GameObject CreatePrimitive(PrimitiveType type)
        {
            var made = new GameObject(type.ToString());
            made.AddComponent<MeshFilter>().sharedMesh = new Mesh { name = type.ToString() };
            made.AddComponent<MeshRenderer>();
            return made;
        }

        internal GameObject Copy()
        {
            var copy = new GameObject(name);
            copy.SetActive(activeSelf);
            copy.transform.TakePlace(transform);
            foreach (Component c in components)
            {
                if (c is Transform) continue;
                Component made = (Component)Activator.CreateInstance(c.GetType());
                foreach (var field in c.GetType().GetFields(System.Reflection.BindingFlags.Instance
                    | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
                    if (!field.IsInitOnly && field.DeclaringType == c.GetType()) field.SetValue(made, field.GetValue(c));
                made.gameObject = copy;
                copy.components.Add(made);
            }
            for (int i = 0; i < transform.childCount; i++)
                transform.GetChild(i).gameObject.Copy().transform.SetParent(copy.transform, false);
            return copy;
        }

        internal override void Go()
        {
            for (int i = transform.childCount - 1; i >= 0; i--) transform.GetChild(i).gameObject.Go();
            transform.SetParent(null, false);
            foreach (Component c in components) c.Go();
            base.Go();
        }
    }

    public sealed class Transform : Component
    {
        private readonly List<Transform> children = new List<Transform>();

        public Transform parent { get; private set; }
        public Vector3 localPosition { get; set; }
        public Quaternion localRotation { get; set; } = Quaternion.identity;
        public Vector3 localScale { get; set; } = Vector3.one;
        public Vector3 position { get; set; }
        public Quaternion rotation { get; set; } = Quaternion.identity;
        public Vector3 TransformPoint(Vector3 local) { return local; }
        public void LookAt(Vector3 target) { LookedAt = target; }
        public void SetPositionAndRotation(Vector3 to, Quaternion turned) { position = to; rotation = turned; }

        /// <summary>Not Unity's: what it was last turned to.</summary>
        public Vector3 LookedAt;

        public int childCount { get { return children.Count; } }
        public Transform GetChild(int index) { return children[index]; }

        public void SetParent(Transform to, bool worldPositionStays)
        {
            if (worldPositionStays) throw new NotSupportedException("keep places local");
            if (!ReferenceEquals(parent, null)) parent.children.Remove(this);
            parent = to;
            if (!ReferenceEquals(to, null)) to.children.Add(this);
        }

        internal void TakePlace(Transform from)
        {
            localPosition = from.localPosition;
            localRotation = from.localRotation;
            localScale = from.localScale;
        }
    }
}
