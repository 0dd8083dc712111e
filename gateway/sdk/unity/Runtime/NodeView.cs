using System.Collections.Generic;
using UnityEngine;
using Wire = Scenestream.V2;

namespace Scenestream
{
    /// <summary>
    /// Marks a GameObject that shows a node, and remembers what the server has of it: what is otherwise was
    /// changed by hand. Serialized, so that the objects are known again after a domain reload.
    /// </summary>
    [AddComponentMenu("")]
    [DisallowMultipleComponent]
    public sealed class NodeView : MonoBehaviour
    {
        [SerializeField] internal string Id = "";

        /// <summary>What <see cref="Visual"/> shows, of the node's components.</summary>
        [SerializeField] internal string Looks = "";

        /// <summary>Holds primitives, lights and meshes; the node's children are beside it.</summary>
        [SerializeField] internal Transform Visual;

        [SerializeField] private string knownName = "";
        [SerializeField] private Transform knownParent;
        [SerializeField] private Vector3 knownPosition;
        [SerializeField] private Quaternion knownRotation = Quaternion.identity;
        [SerializeField] private Vector3 knownScale = Vector3.one;

        /// <summary>Counts what was begun to be shown: the last one wins.</summary>
        internal int Begun;

        /// <summary>What is on its way, as <see cref="Looks"/>.</summary>
        internal string Coming = "";

        /// <summary>A mesh is on its way, and what was shown before still is.</summary>
        internal bool IsWaiting;

        /// <summary>A mesh could not be loaded: what was shown before still is.</summary>
        internal bool HasFailed;

        /// <summary>Nodes that go as soon as the mesh is there which takes their place.</summary>
        internal readonly List<string> Leaving = new List<string>();

        /// <summary>The server's id of the node.</summary>
        public string NodeId { get { return Id; } }

        /// <summary>
        /// Places it as the server has it. Members that were changed by hand and not sent yet stay as they are,
        /// unless <paramref name="all"/>.
        /// </summary>
        internal void Place(Wire.Node node, Transform parent, bool all)
        {
            bool named = all || gameObject.name == knownName;
            bool below = all || transform.parent == knownParent;
            bool moved = all || transform.localPosition == knownPosition;
            bool turned = all || SameRotation();
            bool scaled = all || transform.localScale == knownScale;
            if (named) gameObject.name = node.Name;
            if (below) transform.SetParent(parent, false);
            if (moved) transform.localPosition = Frames.Vector(node.Position, Vector3.zero);
            if (turned) transform.localRotation = Quaternion.Euler(Frames.Vector(node.Rotation, Vector3.zero));
            if (scaled) transform.localScale = Frames.Vector(node.Scale, Vector3.one);
            if (named) knownName = gameObject.name;
            if (below) knownParent = parent;
            if (moved) knownPosition = transform.localPosition;
            if (turned) knownRotation = transform.localRotation;
            if (scaled) knownScale = transform.localScale;
        }

        /// <summary>What is otherwise than the server has it. <paramref name="parentOf"/>: the id of the node that a
        /// transform shows, "" for the scene's root.</summary>
        internal NodeEdit Edit(System.Func<Transform, string> parentOf)
        {
            var edit = new NodeEdit { Id = Id };
            if (gameObject.name != knownName) edit.Name = gameObject.name;
            if (transform.parent != knownParent) edit.Parent = parentOf(transform.parent);
            if (transform.localPosition != knownPosition) edit.Position = Frames.Wire(transform.localPosition);
            if (!SameRotation()) edit.Rotation = Frames.Wire(transform.localRotation.eulerAngles);
            if (transform.localScale != knownScale) edit.Scale = Frames.Wire(transform.localScale);
            return edit;
        }

        /// <summary>All that is known now is the server's, or on its way there.</summary>
        internal void Settle()
        {
            knownName = gameObject.name;
            knownParent = transform.parent;
            knownPosition = transform.localPosition;
            knownRotation = transform.localRotation;
            knownScale = transform.localScale;
        }

        private bool SameRotation()
        {
            return Quaternion.Angle(transform.localRotation, knownRotation) < 0.01f;
        }
    }
}
