using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using Google.Protobuf;
using UnityEngine;
using Wire = Scenestream.V2;

namespace Scenestream
{
    /// <summary>
    /// Shows a mirrored scene as GameObjects below a root. What changed is marked, and worked off in the time that a
    /// frame has for it; in between, the last state counts. A node shows what it did before until what comes in
    /// its place is loaded, so nothing flickers.
    /// </summary>
    public sealed class SceneBuilder
    {
        private readonly Transform root;
        private readonly Func<SceneMirror> mirror;
        private readonly AssetCache assets;
        private readonly Looks looks;
        private readonly Skies skies = new Skies();
        private readonly Dictionary<string, NodeView> views = new Dictionary<string, NodeView>();
        private readonly Queue<string> marked = new Queue<string>();
        private readonly HashSet<string> isMarked = new HashSet<string>();
        private readonly Queue<Action> ready = new Queue<Action>();
        private readonly HashSet<string> restored = new HashSet<string>();

        public SceneBuilder(Transform root, Func<SceneMirror> mirror, AssetCache assets, Looks looks)
        {
            this.root = root;
            this.mirror = mirror;
            this.assets = assets;
            this.looks = looks;
            foreach (NodeView view in root.GetComponentsInChildren<NodeView>(true))
                if (!views.ContainsKey(view.Id)) AdoptAgain(view);
        }

        /// <summary>A mesh could not be shown: its label or id, and why.</summary>
        public event Action<string, string> MeshFailed;

        public IDictionary<string, NodeView> Views { get { return views; } }

        /// <summary>Whether all that is known is shown, but for meshes on their way.</summary>
        public bool IsSettled { get { return marked.Count == 0 && ready.Count == 0; } }

        /// <summary>Looks at all of the scene again: after a reload, or where meshes failed.</summary>
        public void MarkAll()
        {
            foreach (string id in mirror().Nodes.Keys) Mark(id);
            foreach (string id in views.Keys) Mark(id);
            skies.Show(mirror().Sky);
        }

        public void Mark(SceneDelta delta)
        {
            foreach (string id in delta.Changed) Mark(id);
            foreach (string id in delta.Removed) Mark(id);
            if (delta.Sky) skies.Show(mirror().Sky);
        }

        /// <summary>Takes back what was changed by hand of these nodes: the server's stands.</summary>
        public void Restore(IEnumerable<string> ids)
        {
            foreach (string id in ids)
            {
                restored.Add(id);
                Mark(id);
            }
        }

        /// <summary>Works until <paramref name="clock"/> (seconds) says that <paramref name="budget"/> seconds are
        /// over; at least one step is done.</summary>
        public void Work(Func<double> clock, double budget)
        {
            double until = clock() + budget;
            do
            {
                if (marked.Count > 0)
                {
                    string id = marked.Dequeue();
                    if (isMarked.Remove(id)) Reconcile(id);
                }
                else if (ready.Count > 0) ready.Dequeue()();
                else return;
            } while (clock() < until);
        }

        /// <summary>Removes everything that it made.</summary>
        public void Clear()
        {
            foreach (NodeView view in views.Values)
                if (view != null) UnityEngine.Object.Destroy(view.gameObject);
            views.Clear();
            marked.Clear();
            isMarked.Clear();
            ready.Clear();
            skies.Show(null);
        }

        /// <summary>A copy made by hand is a node of its own.</summary>
        internal void Adopt(NodeView view, string id)
        {
            view.Id = id;
            view.Settle();
            views[id] = view;
        }

        /// <summary>It was destroyed by hand.</summary>
        internal void Forget(string id)
        {
            views.Remove(id);
        }

        /// <summary>From before a domain reload, which ended what was on its way.</summary>
        private void AdoptAgain(NodeView view)
        {
            views[view.Id] = view;
            view.IsWaiting = false;
            view.Begun++;
            for (int i = view.transform.childCount - 1; i >= 0; i--)
            {
                Transform child = view.transform.GetChild(i);
                bool isLeft = child != view.Visual && child.name == "Visual" && !child.gameObject.activeSelf;
                if (isLeft) UnityEngine.Object.Destroy(child.gameObject);
            }
        }

        private void Mark(string id)
        {
            if (isMarked.Add(id)) marked.Enqueue(id);
        }

        private NodeView Reconcile(string id)
        {
            Wire.Node node;
            NodeView view;
            views.TryGetValue(id, out view);
            if (!mirror().Nodes.TryGetValue(id, out node))
            {
                if (!ReferenceEquals(view, null)) Remove(id, view);
                return null;
            }
            Transform parent = root;
            if (node.Parent.Length > 0)
            {
                NodeView above;
                bool isThere = views.TryGetValue(node.Parent, out above) && above != null;
                if (!isThere) above = Reconcile(node.Parent);
                if (above != null) parent = above.transform;
            }
            bool isNew = view == null;
            if (isNew)
            {
                view = new GameObject(node.Name).AddComponent<NodeView>();
                view.Id = id;
                views[id] = view;
            }
            view.Place(node, parent, isNew || restored.Remove(id));
            Show(view, node);
            return view;
        }

        private void Remove(string id, NodeView view)
        {
            if (view != null)
            {
                NodeView above = view.transform.parent == null
                    ? null : view.transform.parent.GetComponent<NodeView>();
                if (above != null && above.IsWaiting)
                {
                    above.Leaving.Add(id); // it is the block in whose place the mesh comes
                    return;
                }
                for (int i = view.transform.childCount - 1; i >= 0; i--)
                {
                    NodeView below = view.transform.GetChild(i).GetComponent<NodeView>();
                    if (below != null) Reconcile(below.Id); // it may have moved elsewhere
                }
                UnityEngine.Object.Destroy(view.gameObject);
            }
            views.Remove(id);
        }

        private void Show(NodeView view, Wire.Node node)
        {
            string wanted = Digest(node);
            if (view.IsWaiting ? view.Coming == wanted : view.Looks == wanted && !view.HasFailed) return;
            view.Coming = wanted;
            int turn = ++view.Begun;
            var visual = new GameObject("Visual");
            visual.SetActive(false);
            visual.transform.SetParent(view.transform, false);
            int open = 1;
            bool failed = false;
            view.IsWaiting = true;
            Action<bool> settled = well =>
            {
                failed |= !well;
                if (--open == 0) Swap(view, visual.transform, turn, wanted, failed);
            };
            foreach (Wire.Component component in node.Components)
            {
                if (component.KindCase != Wire.Component.KindOneofCase.Mesh)
                {
                    AddPart(visual.transform, component);
                    continue;
                }
                open++;
                Load(component.Mesh.Asset, visual.transform, view, turn, settled);
            }
            settled(true);
        }

        private void AddPart(Transform visual, Wire.Component component)
        {
            var part = new GameObject(component.KindCase.ToString());
            part.transform.SetParent(visual, false);
            if (component.KindCase == Wire.Component.KindOneofCase.Primitive) looks.Add(part, component.Primitive);
            if (component.KindCase == Wire.Component.KindOneofCase.Light) Lights.Add(part, component.Light);
        }

        private void Load(string id, Transform visual, NodeView view, int turn, Action<bool> settled)
        {
            Wire.Asset asset;
            if (!mirror().Assets.TryGetValue(id, out asset))
            {
                settled(false);
                return;
            }
            assets.Load(asset, (template, cause) =>
            {
                if (template == null)
                {
                    if (MeshFailed != null) MeshFailed(asset.Label.Length > 0 ? asset.Label : id, cause);
                    settled(false);
                    return;
                }
                ready.Enqueue(() =>
                {
                    bool isWanted = view != null && view.Begun == turn && template != null;
                    if (isWanted) UnityEngine.Object.Instantiate(template, visual, false);
                    settled(isWanted);
                });
            });
        }

        private void Swap(NodeView view, Transform visual, int turn, string wanted, bool failed)
        {
            if (view == null || view.Begun != turn)
            {
                if (visual != null) UnityEngine.Object.Destroy(visual.gameObject);
                return;
            }
            view.IsWaiting = false;
            view.HasFailed = failed;
            if (failed)
            {
                UnityEngine.Object.Destroy(visual.gameObject); // better what was there than nothing
            }
            else
            {
                visual.gameObject.SetActive(true);
                if (view.Visual != null)
                {
                    view.Visual.gameObject.SetActive(false); // destroyed at the frame's end only
                    UnityEngine.Object.Destroy(view.Visual.gameObject);
                }
                view.Visual = visual;
                view.Looks = wanted;
            }
            if (failed) return;
            foreach (string id in view.Leaving) Mark(id);
            view.Leaving.Clear();
        }

        /// <summary>Of what a node looks like, whatever its place.</summary>
        private static string Digest(Wire.Node node)
        {
            var parts = new Wire.Node();
            parts.Components.AddRange(node.Components);
            using (SHA256 sha = SHA256.Create()) return Convert.ToBase64String(sha.ComputeHash(parts.ToByteArray()));
        }
    }
}
