using System.Collections.Generic;
using UnityEngine;
using Wire = Scenestream.V2;

namespace Scenestream
{
    /// <summary>
    /// Follows what is said about the view: "show me only the sofa", "look at the table". Selected objects are
    /// tinted, or the parts of their meshes that were named ("select the legs of the table"), the others hidden where
    /// only they are to be seen; the camera goes where it is sent. Optional.
    /// </summary>
    [AddComponentMenu("Scenestream/View Follower")]
    [RequireComponent(typeof(ScenestreamClient))]
    public sealed class ViewFollower : MonoBehaviour
    {
        [Tooltip("The camera to move; none: only selections are followed.")]
        public Transform Camera;

        [Tooltip("What plays an animation, if the scene has one.")]
        public Animator Animator;

        [Tooltip("Frames a second of the animation.")]
        public float FrameRate = 30f;

        private sealed class Marked
        {
            public Color Colour;

            /// <summary>The node's own name, or names of parts of its mesh.</summary>
            public readonly HashSet<string> Names = new HashSet<string>();
        }

        private readonly Dictionary<string, Marked> selected = new Dictionary<string, Marked>();
        private ScenestreamClient client;
        private bool only;
        private Vector3 home;
        private Quaternion homeRotation;

        /// <summary>Ids of the nodes that are selected.</summary>
        public ICollection<string> Selected { get { return selected.Keys; } }

        private void OnEnable()
        {
            client = GetComponent<ScenestreamClient>();
            client.Events.Viewed += Follow;
            client.OnSceneChanged.AddListener(Show);
            if (Camera == null) return;
            home = Camera.position;
            homeRotation = Camera.rotation;
        }

        private void OnDisable()
        {
            client.Events.Viewed -= Follow;
            client.OnSceneChanged.RemoveListener(Show);
            selected.Clear();
            only = false;
            Show();
        }

        /// <summary>Does what <paramref name="view"/> says.</summary>
        public void Follow(string request, Wire.View view)
        {
            switch (view.ChangeCase)
            {
                case Wire.View.ChangeOneofCase.Select:
                    selected.Clear();
                    only = view.Select.Only && view.Select.Nodes.Count > 0;
                    for (int i = 0; i < view.Select.Nodes.Count; i++) Add(view.Select, i);
                    Show();
                    break;
                case Wire.View.ChangeOneofCase.Toggle:
                    for (int i = 0; i < view.Toggle.Nodes.Count; i++)
                        if (!Remove(view.Toggle, i)) Add(view.Toggle, i);
                    only = (only || view.Toggle.Only) && selected.Count > 0;
                    Show();
                    break;
                case Wire.View.ChangeOneofCase.Camera:
                    if (Camera != null) Look(view.Camera);
                    break;
                case Wire.View.ChangeOneofCase.ResetCamera:
                    if (Camera != null) Camera.SetPositionAndRotation(home, homeRotation);
                    break;
                case Wire.View.ChangeOneofCase.Frame:
                    if (Animator != null) Animator.PlayInFixedTime(0, 0, view.Frame / FrameRate);
                    break;
                case Wire.View.ChangeOneofCase.Playing:
                    if (Animator != null) Animator.speed = view.Playing ? 1f : 0f;
                    break;
            }
        }

        private void Add(Wire.View.Types.Selection told, int number)
        {
            Marked marked;
            if (!selected.TryGetValue(told.Nodes[number], out marked))
                selected[told.Nodes[number]] = marked = new Marked();
            Wire.Color colour = number < told.Colors.Count ? told.Colors[number] : null;
            marked.Colour = colour == null ? Color.yellow : Frames.Colour(colour);
            marked.Names.Add(Name(told, number));
        }

        /// <summary>False: it was not selected.</summary>
        private bool Remove(Wire.View.Types.Selection told, int number)
        {
            Marked marked;
            if (!selected.TryGetValue(told.Nodes[number], out marked)) return false;
            if (!marked.Names.Remove(Name(told, number))) return false;
            if (marked.Names.Count == 0) selected.Remove(told.Nodes[number]);
            return true;
        }

        private static string Name(Wire.View.Types.Selection told, int number)
        {
            return number < told.Names.Count ? told.Names[number] : "";
        }

        /// <summary>The scene's frame is the client's own transform.</summary>
        private void Look(Wire.View.Types.Camera told)
        {
            Vector3 from = client.transform.TransformPoint(Frames.Vector(told.Position, Vector3.zero));
            Camera.position = from;
            Camera.LookAt(client.transform.TransformPoint(Frames.Vector(told.Target, Vector3.zero)));
        }

        /// <summary>Tints and hides without touching materials, so that nothing has to be put back.</summary>
        private void Show()
        {
            if (client.Builder == null) return;
            var block = new MaterialPropertyBlock();
            foreach (NodeView view in client.Builder.Views.Values)
            {
                if (view == null || view.Visual == null) continue;
                Marked marked = null;
                NodeView owner = Selector(view, ref marked);
                bool hasParts = owner != null && HasParts(owner, marked);
                if (hasParts && owner != view) marked = null; // what stands on a thing is no part of it
                block.Clear();
                if (marked != null)
                {
                    block.SetColor("_BaseColor", marked.Colour);
                    block.SetColor("_Color", marked.Colour);
                    block.SetColor("baseColorFactor", marked.Colour); // glTFast's
                }
                foreach (Renderer shown in view.Visual.GetComponentsInChildren<Renderer>(true))
                {
                    bool isSelected = marked != null && (!hasParts || IsPart(shown, view, marked));
                    shown.SetPropertyBlock(isSelected ? block : null);
                    shown.enabled = isSelected || !only;
                }
            }
        }

        /// <summary>Whether parts of the node's mesh are selected, and not all of it.</summary>
        private static bool HasParts(NodeView owner, Marked marked)
        {
            if (marked.Names.Contains(owner.name) || owner.Visual == null) return false;
            foreach (Renderer shown in owner.Visual.GetComponentsInChildren<Renderer>(true))
                if (IsPart(shown, owner, marked)) return true;
            return false;
        }

        private static bool IsPart(Renderer shown, NodeView owner, Marked marked)
        {
            for (Transform place = shown.transform; place != null && place != owner.transform; place = place.parent)
                if (marked.Names.Contains(place.name)) return true;
            return false;
        }

        /// <summary>The node, or the one above it, that is selected; null: none is.</summary>
        private NodeView Selector(NodeView view, ref Marked marked)
        {
            for (Transform place = view.transform; place != null && place != client.transform; place = place.parent)
            {
                NodeView above = place.GetComponent<NodeView>();
                if (above != null && selected.TryGetValue(above.Id, out marked)) return above;
            }
            marked = null;
            return null;
        }
    }
}
