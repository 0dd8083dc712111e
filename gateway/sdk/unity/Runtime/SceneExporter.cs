using System;
using System.Collections.Generic;
using UnityEngine;
using Wire = Scenestream.V2;

namespace Scenestream
{
    /// <summary>
    /// Finds what was changed by hand of the shown objects, in the editor or by the game, and sends it: moved,
    /// turned, scaled, renamed, put below another, duplicated, destroyed. Only what changed is sent, once it
    /// rests, on the revision that was shown.
    /// </summary>
    public sealed class SceneExporter
    {
        /// <summary>Seconds between two looks at the scene.</summary>
        public double LookEvery = 0.1;

        /// <summary>Seconds that a change must rest before it is sent, and the most that it waits while it goes on.</summary>
        public double Rest = 0.3;
        public double Longest = 1.0;

        private readonly Transform root;
        private readonly SceneBuilder builder;
        private readonly SessionClient client;
        private readonly Func<string> newId;
        private readonly Dictionary<string, string[]> sent = new Dictionary<string, string[]>();
        private double nextLook;
        private double changedAt = double.NaN;
        private double restsSince;
        private string last = "";

        public SceneExporter(Transform root, SceneBuilder builder, SessionClient client, Func<string> newId)
        {
            this.root = root;
            this.builder = builder;
            this.client = client;
            this.newId = newId;
        }

        /// <summary>Looks for changes, and sends them when it is time. <paramref name="now"/>: seconds.</summary>
        public void Update(double now)
        {
            bool canLook = now >= nextLook && root != null && builder.IsSettled && client.CanEditByHand;
            if (!canLook) return;
            nextLook = now + LookEvery;
            AdoptCopies();
            List<NodeEdit> edits = Edits();
            List<string> removed = Removed();
            Wire.SceneState state = HandEdits.State(client.Mirror, edits, removed);
            if (state == null)
            {
                changedAt = double.NaN;
                last = "";
                return;
            }
            if (IsTime(state.ToString(), now)) Send(state, edits, removed);
        }

        /// <summary>The server did not take a hand edit: what it has is shown again.</summary>
        public void Refused(string command)
        {
            string[] ids;
            if (!sent.TryGetValue(command, out ids)) return;
            sent.Remove(command);
            builder.Restore(ids);
        }

        /// <summary>The server took it.</summary>
        public void Taken(string command)
        {
            sent.Remove(command);
        }

        private bool IsTime(string told, double now)
        {
            if (double.IsNaN(changedAt)) changedAt = now;
            if (told != last)
            {
                last = told;
                restsSince = now;
            }
            return now - restsSince >= Rest || now - changedAt >= Longest;
        }

        private void Send(Wire.SceneState state, List<NodeEdit> edits, List<string> removed)
        {
            string id = client.EditByHand(state);
            if (id.Length == 0) return;
            var ids = new List<string>(removed);
            foreach (Wire.Node node in state.Upserts) ids.Add(node.Id);
            sent[id] = ids.ToArray();
            foreach (NodeEdit edit in edits)
            {
                NodeView view;
                if (builder.Views.TryGetValue(edit.Id, out view) && view != null) view.Settle();
                copies.Remove(edit.Id);
            }
            foreach (string gone in removed) builder.Forget(gone);
            changedAt = double.NaN;
            last = "";
        }

        private readonly Dictionary<string, string> copies = new Dictionary<string, string>();

        /// <summary>Who has the id of another was duplicated from it, with all below.</summary>
        private void AdoptCopies()
        {
            foreach (NodeView view in root.GetComponentsInChildren<NodeView>(true))
            {
                NodeView known;
                bool isCopy = builder.Views.TryGetValue(view.Id, out known) && known != null && known != view;
                if (!isCopy) continue;
                string source = view.Id;
                builder.Adopt(view, newId());
                copies[view.Id] = source;
            }
        }

        private List<NodeEdit> Edits()
        {
            var edits = new List<NodeEdit>();
            foreach (NodeView view in root.GetComponentsInChildren<NodeView>(true))
            {
                string source;
                bool isCopy = copies.TryGetValue(view.Id, out source);
                if (!isCopy && !client.Mirror.Nodes.ContainsKey(view.Id)) continue;
                NodeEdit edit = isCopy ? Copy(view, source) : view.Edit(IdOf);
                if (!edit.IsEmpty) edits.Add(edit);
            }
            return edits;
        }

        private NodeEdit Copy(NodeView view, string source)
        {
            Transform place = view.transform;
            return new NodeEdit
            {
                Id = view.Id, CopyOf = source, Name = view.gameObject.name, Parent = IdOf(place.parent),
                Position = Frames.Wire(place.localPosition),
                Rotation = Frames.Wire(place.localRotation.eulerAngles),
                Scale = Frames.Wire(place.localScale)
            };
        }

        /// <summary>Of the nearest node above; an object in between that is none counts as if it were not there.</summary>
        private string IdOf(Transform place)
        {
            for (; place != null && place != root; place = place.parent)
            {
                NodeView view = place.GetComponent<NodeView>();
                if (view != null) return view.Id;
            }
            return "";
        }

        private List<string> Removed()
        {
            var removed = new List<string>();
            foreach (KeyValuePair<string, NodeView> shown in builder.Views)
                if (shown.Value == null && client.Mirror.Nodes.ContainsKey(shown.Key)) removed.Add(shown.Key);
            return removed;
        }
    }
}
